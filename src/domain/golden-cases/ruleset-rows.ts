import type { RulesetDocument } from '../coverage/ruleset.ts';
import type { Decision } from '../decision/decision.ts';
import type { RulesetRow } from './cases-report.ts';

/** The lists of a ruleset whose rows decide something, and the rules whose steps name them. */
const RULES_OF_LIST = {
  coverage: ['cost-sharing/coverage-rate'],
  exclusions: ['nomenclature/exclusion'],
  filingLimits: ['form/filing-limit'],
  ageLimits: ['entitlement/age-limit'],
  prescriptions: ['form/prescription'],
  unitLimits: ['limits/unit-limit'],
  renewalIntervals: ['limits/renewal-interval'],
  caps: ['cost-sharing/cap'],
  authorizations: ['authorization/prior-authorization'],
  attachments: ['authorization/attachments'],
} as const satisfies Partial<Record<keyof RulesetDocument, readonly string[]>>;

const SESSION_RULES = [
  'session/technical-acts',
  'session/consultation-or-acts',
  'limits/one-unit-of-technical-act',
] as const;

/** Rules whose `row` is a row of the ruleset; that of the others is of the record. */
const RULES: ReadonlySet<string> = new Set([
  ...Object.values(RULES_OF_LIST).flat(),
  ...SESSION_RULES,
]);

/** Reasons of a sheet whose fact `row` is a hold of the ruleset. */
const HOLD_REASONS: ReadonlySet<string> = new Set([
  'review-amount',
  'review-category',
  'review-sample',
]);

/** Every row of a ruleset that can decide something, in the order of its lists. */
export function rowsOf(document: RulesetDocument): readonly RulesetRow[] {
  const lists = Object.keys(RULES_OF_LIST) as (keyof typeof RULES_OF_LIST)[];
  const rows = [...lists, 'holds' as const].flatMap((list) =>
    document[list].map(({ code }, index) => ({ code, pointer: `/${list}/${index}` })),
  );
  const { session } = document;
  return session === null ? rows : [...rows, { code: session.code, pointer: '/session' }];
}

/** The codes of the rows that a decision applied, of the lines that a version decided. */
export function rowsTouched({ lines, reasons }: Decision, rulesetId: string): readonly string[] {
  const own = lines.filter(({ ruleset }) => ruleset === rulesetId);
  if (own.length === 0) return [];
  const steps = own.flatMap((line) => line.steps);
  const rows = steps.flatMap(({ cited: { rule, row } }) =>
    row !== null && RULES.has(rule) ? [row] : [],
  );
  const holds = reasons.flatMap(({ code, facts }) =>
    HOLD_REASONS.has(code) && facts.row !== undefined ? [facts.row] : [],
  );
  return [...new Set([...rows, ...holds])];
}
