import type { Queryable } from '../client.ts';
import type { RulesetPlace } from './ruleset-steps.ts';

export type RulesetStatus = 'draft' | 'submitted' | 'approved' | 'published' | 'withdrawn';

export interface StoredRuleset {
  readonly code: string;
  readonly version: number;
  /** Hex SHA-256 of the canonical document. */
  readonly contentHash: string;
}

/** The published versions of a ruleset, the newest first. */
export async function findPublishedRulesets(tx: Queryable, code: string): Promise<StoredRuleset[]> {
  const { rows } = await tx.query<StoredRuleset>(
    `SELECT code, version, content_hash AS "contentHash" FROM ruleset_versions
     WHERE code = $1 AND status = 'published' ORDER BY version DESC`,
    [code],
  );
  return rows;
}

export interface NewRuleset {
  readonly code: string;
  /** Canonical JSON. */
  readonly document: string;
  readonly contentHash: string;
  readonly author: string;
  readonly approver: string;
}

/** Stores the next version of a ruleset as published; its numbers must be locked. */
export async function insertRuleset(tx: Queryable, ruleset: NewRuleset): Promise<StoredRuleset> {
  const { code, document, contentHash, author, approver } = ruleset;
  const { rows } = await tx.query<StoredRuleset>(
    `INSERT INTO ruleset_versions (code, version, status, document, content_hash, author, approver)
     SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5
     FROM ruleset_versions WHERE code = $1
     RETURNING code, version, content_hash AS "contentHash"`,
    [code, document, contentHash, author, approver],
  );
  const [stored] = rows;
  if (stored === undefined) throw new Error('a ruleset version was not stored');
  return stored;
}

export interface LockedRuleset extends StoredRuleset {
  readonly status: RulesetStatus;
  /** Canonical JSON. */
  readonly document: string;
  readonly approver: string | null;
}

/** A version whose row nobody else changes until COMMIT; undefined when there is none. */
export async function lockRuleset(
  tx: Queryable,
  { code, version }: RulesetPlace,
): Promise<LockedRuleset | undefined> {
  const { rows } = await tx.query<LockedRuleset>(
    `SELECT code, version, content_hash AS "contentHash", status, document, approver
     FROM ruleset_versions WHERE code = $1 AND version = $2 FOR UPDATE`,
    [code, version],
  );
  return rows[0];
}

/** Versions are created one after the other, so that each has a number of its own. */
export async function lockRulesetNumbers(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [NUMBERS_LOCK]);
}

const NUMBERS_LOCK = 7_264_006;

/** Stores the next version of a ruleset as a draft; its numbers must be locked. */
export async function insertDraft(
  tx: Queryable,
  draft: Pick<NewRuleset, 'code' | 'document' | 'contentHash' | 'author'>,
): Promise<StoredRuleset> {
  const { rows } = await tx.query<StoredRuleset>(
    `INSERT INTO ruleset_versions (code, version, status, document, content_hash, author)
     SELECT $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4
     FROM ruleset_versions WHERE code = $1
     RETURNING code, version, content_hash AS "contentHash"`,
    [draft.code, draft.document, draft.contentHash, draft.author],
  );
  const [stored] = rows;
  if (stored === undefined) throw new Error('a draft of a ruleset was not stored');
  return stored;
}

/** Replaces the content of a draft. */
export async function saveDraft(
  tx: Queryable,
  { code, version, document, contentHash }: StoredRuleset & { readonly document: string },
): Promise<void> {
  await tx.query(
    `UPDATE ruleset_versions SET document = $3, content_hash = $4
     WHERE code = $1 AND version = $2`,
    [code, version, document, contentHash],
  );
}

/** Moves a locked version on; `approver` comes with the approval. */
export async function setRulesetStatus(
  tx: Queryable,
  { code, version, status, approver }: RulesetPlace & { status: RulesetStatus; approver?: string },
): Promise<void> {
  await tx.query(
    `UPDATE ruleset_versions SET status = $3, approver = coalesce($4, approver)
     WHERE code = $1 AND version = $2`,
    [code, version, status, approver ?? null],
  );
}
