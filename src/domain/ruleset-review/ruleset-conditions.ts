import type { LineCondition, RulesetDocument } from '../coverage/ruleset.ts';

export interface RowCondition {
  /** "/coverage/3/when" */
  readonly pointer: string;
  /** Of the row. */
  readonly code: string;
  readonly when: LineCondition;
}

const LISTS = [
  'coverage',
  'exclusions',
  'prescriptions',
  'unitLimits',
  'renewalIntervals',
  'caps',
  'authorizations',
  'attachments',
  'holds',
] as const satisfies readonly (keyof RulesetDocument)[];

/** Every condition of a ruleset. */
export function conditionsOf(document: RulesetDocument): readonly RowCondition[] {
  return LISTS.flatMap((list) =>
    document[list].flatMap(({ code, when }, index) =>
      when === undefined ? [] : [{ pointer: `/${list}/${index}/when`, code, when }],
    ),
  );
}
