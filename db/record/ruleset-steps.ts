import type { Queryable } from '../client.ts';

export type RulesetStepKind =
  | 'created'
  | 'saved'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'published'
  | 'withdrawn';

/** Which version of which ruleset. */
export interface RulesetPlace {
  readonly code: string;
  readonly version: number;
}

export interface NewRulesetStep extends RulesetPlace {
  readonly kind: RulesetStepKind;
  readonly actor: string;
  readonly contentHash: string;
  /** Canonical JSON; given by the steps that write it, and only by them. */
  readonly document?: string;
  readonly remark?: string;
  /** What its author may send again, with the hash of what was asked under it. */
  readonly request?: { readonly key: string; readonly hash: string };
}

/** Adds the next step to the life of a version, whose row must be locked; gives its number. */
export async function insertRulesetStep(tx: Queryable, step: NewRulesetStep): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    `INSERT INTO ruleset_steps (code, version, number, kind, actor, content_hash, document, remark,
       request_key, request_hash)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9
     FROM ruleset_steps WHERE code = $1 AND version = $2
     RETURNING number`,
    [
      ...[step.code, step.version, step.kind, step.actor, step.contentHash],
      ...[step.document ?? null, step.remark ?? null],
      ...[step.request?.key ?? null, step.request?.hash ?? null],
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a step of a ruleset version was not stored');
  return row.number;
}
