import type { Queryable } from '../client.ts';

export interface StoredRuleset {
  readonly code: string;
  readonly version: number;
  /** Hex SHA-256 of the canonical document. */
  readonly contentHash: string;
}

/** The newest published version of a ruleset; undefined when there is none. */
export async function findLatestRuleset(
  tx: Queryable,
  code: string,
): Promise<StoredRuleset | undefined> {
  const { rows } = await tx.query<StoredRuleset>(
    `SELECT code, version, content_hash AS "contentHash" FROM ruleset_versions
     WHERE code = $1 AND status = 'published' ORDER BY version DESC LIMIT 1`,
    [code],
  );
  return rows[0];
}

export interface NewRuleset {
  readonly code: string;
  /** Canonical JSON. */
  readonly document: string;
  readonly contentHash: string;
  readonly author: string;
  readonly approver: string;
}

/** Stores the next version of a ruleset as published. The record must be locked. */
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
