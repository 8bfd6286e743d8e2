import { z } from 'zod';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { caseSchema } from './ruleset-case-schema.ts';
import { codeField, dateField } from './ruleset-field-schemas.ts';
import {
  ageLimitRow,
  capRow,
  coverageRow,
  demandRow,
  exclusionRow,
  filingLimitRow,
  holdRow,
  prescriptionRow,
  renewalIntervalRow,
  sessionTerms,
  unitLimitRow,
} from './ruleset-row-schemas.ts';
import { whenRight } from './when-right.ts';

const list = <T extends z.ZodType>(row: T, description: string) =>
  z.array(row).meta({ description });

/** A ruleset as an admin writes it. Strict: what is not known is refused, not ignored. */
export const rulesetSchema = z
  .strictObject({
    code: codeField.meta({ description: 'Names the ruleset in all its versions.' }),
    title: z.string().trim().min(1, { error: 'empty-text' }).max(200).meta({
      description: 'For people.',
    }),
    schemes: z
      .array(codeField)
      .min(1, { error: 'no-schemes' })
      .meta({ description: 'Schemes whose care it decides.' }),
    effectiveFrom: dateField.meta({ description: 'The first date of care that it decides.' }),
    effectiveTo: dateField.nullable().meta({ description: 'The last one; null is open.' }),
    tariffGrid: z
      .string()
      .min(1, { error: 'no-grid' })
      .max(40)
      .meta({ description: 'The tariff grid that prices its lines.', examples: ['TNR'] }),
    coverage: z
      .array(coverageRow)
      .min(1, { error: 'no-coverage' })
      .meta({ description: 'The first row that matches a line gives its rate.' }),
    exclusions: list(exclusionRow, 'Care that is refused.'),
    filingLimits: list(filingLimitRow, 'How long a sheet may be filed after the care.'),
    ageLimits: list(ageLimitRow, 'Up to which age dependants are covered.'),
    prescriptions: list(prescriptionRow, 'Care that needs a prescription.'),
    session: sessionTerms.nullable().meta({ description: 'Several acts on one day.' }),
    unitLimits: list(unitLimitRow, 'Units allowed in a period; every row that matches counts.'),
    renewalIntervals: list(renewalIntervalRow, 'How long nothing is paid after a paid line.'),
    caps: list(capRow, 'Highest benefits; every row that matches counts.'),
    authorizations: list(demandRow, 'Care that needs a prior authorization.'),
    attachments: list(demandRow, 'Care that needs a document.'),
    holds: list(holdRow, 'Sheets that a person sees before they are paid.'),
    cases: list(caseSchema, 'Sheets with what they must come to.').exactOptional(),
  })
  .superRefine(checkPeriod, whenRight('effectiveFrom', 'effectiveTo'))
  .superRefine(checkCodes, whenRight())
  .meta({
    title: 'Ruleset',
    description:
      'A version of the rules of compulsory health insurance. Amounts are Moroccan dirhams with ' +
      'two decimals and rates are shares of 1, both as text; dates are days of care, first and ' +
      'last included.',
  }) satisfies z.ZodType<RulesetDocument>;

type Period = Pick<RulesetDocument, 'effectiveFrom' | 'effectiveTo'>;

function checkPeriod({ effectiveFrom, effectiveTo }: Period, context: z.RefinementCtx): void {
  if (effectiveTo === null || effectiveTo >= effectiveFrom) return;
  context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'ends-before-start' });
}

/**
 * A decision names a row by its code alone, so a code stands for one row of the document. It runs
 * whatever else is wrong, and looks only at what is there.
 */
function checkCodes(document: object, context: z.RefinementCtx): void {
  const rows = new Set<string>();
  for (const [name, value] of Object.entries(document)) {
    const seen = name === 'cases' ? new Set<string>() : rows;
    for (const { path, code } of codesOf(name, value)) {
      if (seen.has(code)) context.addIssue({ code: 'custom', path, message: 'code-twice' });
      seen.add(code);
    }
  }
}

function codesOf(name: string, value: unknown) {
  const rows = Array.isArray(value)
    ? value.map((row: unknown, index) => ({ path: [name, index, 'code'], row }))
    : [{ path: [name, 'code'], row: value }];
  return rows.flatMap(({ path, row }) => {
    const code = typeof row === 'object' && row !== null && 'code' in row ? row.code : undefined;
    return typeof code === 'string' ? [{ path, code }] : [];
  });
}
