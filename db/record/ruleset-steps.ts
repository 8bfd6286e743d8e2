import type { Queryable } from '../client.ts';

export const RULESET_STEPS = [
  'created',
  'saved',
  'submitted',
  'returned',
  'approved',
  'published',
  'withdrawn',
] as const;
export type RulesetStepKind = (typeof RULESET_STEPS)[number];

/** Which version of which ruleset. */
export interface RulesetPlace {
  readonly code: string;
  readonly version: number;
}

export interface RulesetStep {
  readonly number: number;
  readonly kind: RulesetStepKind;
  readonly actor: string;
  readonly at: Date;
  readonly contentHash: string;
  readonly remark: string | null;
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

/** The life of a version so far, in its order. */
export async function readRulesetSteps(
  tx: Queryable,
  { code, version }: RulesetPlace,
): Promise<RulesetStep[]> {
  const { rows } = await tx.query<RulesetStep>(
    `SELECT number, kind, actor, at, content_hash AS "contentHash", remark
     FROM ruleset_steps WHERE code = $1 AND version = $2 ORDER BY number`,
    [code, version],
  );
  return rows;
}

/** A content that a version had once; undefined for one that it never had. */
export async function findRulesetContent(
  tx: Queryable,
  { code, version, contentHashes }: RulesetPlace & { contentHashes: readonly string[] },
): Promise<string | undefined> {
  const { rows } = await tx.query<{ document: string }>(
    `SELECT document FROM ruleset_steps
     WHERE code = $1 AND version = $2 AND content_hash = ANY ($3) AND document IS NOT NULL
     ORDER BY number DESC LIMIT 1`,
    [code, version, contentHashes],
  );
  return rows[0]?.document;
}

/** What a client created under a key of its own; undefined when it was never used. */
export async function findRulesetRequest(
  tx: Queryable,
  { actor, key }: { readonly actor: string; readonly key: string },
): Promise<(RulesetPlace & { readonly hash: string }) | undefined> {
  const { rows } = await tx.query<RulesetPlace & { hash: string }>(
    `SELECT code, version, request_hash AS hash FROM ruleset_steps
     WHERE actor = $1 AND request_key = $2`,
    [actor, key],
  );
  return rows[0];
}
