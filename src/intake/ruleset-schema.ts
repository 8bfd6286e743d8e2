import { z } from 'zod';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
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

/** A ruleset as an admin writes it. Strict: what is not known is refused, not ignored. */
export const rulesetSchema = z
  .strictObject({
    code: codeField,
    title: z.string().trim().min(1).max(200),
    schemes: z.array(codeField).min(1, 'Say which schemes the ruleset is for.'),
    effectiveFrom: dateField,
    effectiveTo: dateField.nullable(),
    tariffGrid: z.string().min(1, 'Name the tariff grid that prices its lines.'),
    coverage: z.array(coverageRow).min(1, 'Without a coverage row every line would be denied.'),
    exclusions: z.array(exclusionRow),
    filingLimits: z.array(filingLimitRow),
    ageLimits: z.array(ageLimitRow),
    prescriptions: z.array(prescriptionRow),
    session: sessionTerms.nullable(),
    unitLimits: z.array(unitLimitRow),
    renewalIntervals: z.array(renewalIntervalRow),
    caps: z.array(capRow),
    authorizations: z.array(demandRow),
    attachments: z.array(demandRow),
    holds: z.array(holdRow),
  })
  .superRefine(checkPeriod)
  .superRefine(checkCodes) satisfies z.ZodType<RulesetDocument>;

type Checked = Parameters<Parameters<z.ZodType<RulesetDocument>['superRefine']>[0]>;

function checkPeriod(document: Checked[0], context: Checked[1]): void {
  const { effectiveFrom, effectiveTo } = document;
  if (effectiveTo === null || effectiveTo >= effectiveFrom) return;
  context.addIssue({
    code: 'custom',
    path: ['effectiveTo'],
    message: 'The ruleset ends before it begins: give a last day on or after effectiveFrom.',
  });
}

/** A decision names a row by its code alone, so a code stands for one row of the document. */
function checkCodes(document: Checked[0], context: Checked[1]): void {
  const seen = new Set<string>();
  for (const [list, value] of Object.entries(document)) {
    for (const [path, code] of codesOf(list, value)) {
      if (seen.has(code)) {
        const message = `The code "${code}" stands twice: give each row its own.`;
        context.addIssue({ code: 'custom', path, message });
      }
      seen.add(code);
    }
  }
}

function codesOf(list: string, value: unknown): readonly [(string | number)[], string][] {
  if (list === 'session' && value !== null) {
    return [[[list, 'code'], (value as { code: string }).code]];
  }
  if (!Array.isArray(value) || list === 'schemes') return [];
  return value.map((row: { code: string }, index) => [[list, index, 'code'], row.code]);
}
