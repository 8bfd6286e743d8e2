import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import { careSheetSchema, type Submission } from './care-sheet-schema.ts';
import {
  areNumbered,
  isCodeOfKind,
  isNumberOfIssuer,
  isPayable,
  isRankOfPatient,
  lineTotal,
} from './coherence.ts';

/**
 * True for what satisfies `careSheetSchema`, several times faster than the schema says so; it
 * never says why not. The shape is compiled from the schema itself, and what JSON Schema cannot
 * say follows in plain code.
 */
export function isSubmission(value: unknown): value is Submission {
  hasShape ??= compileShape();
  return hasShape(value) && isCoherent(value);
}

let hasShape: ValidateFunction<Submission> | undefined;

/** Strict: a keyword or a format that is not known here ends the start. Nothing is converted. */
function compileShape(): ValidateFunction<Submission> {
  const ajv = new Ajv({ strict: true, formats: { date: isCalendarDate }, unicodeRegExp: false });
  return ajv.compile<Submission>(
    z.toJSONSchema(careSheetSchema, { io: 'input', target: 'draft-7' }),
  );
}

function isCoherent({ insured, patient, lines }: Submission): boolean {
  return (
    isNumberOfIssuer(insured) &&
    isRankOfPatient(patient) &&
    areNumbered(lines) &&
    lines.every(isLineCoherent) &&
    isPayable(lines.reduce((sum, line) => sum + lineTotal(line), 0))
  );
}

function isLineCoherent(line: Submission['lines'][number]): boolean {
  const { coefficient } = line;
  // Above zero: some digit of it is.
  return isCodeOfKind(line) && (coefficient === undefined || /[1-9]/.test(coefficient));
}
