import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';

interface Published {
  readonly document: { readonly code: string };
  readonly schemes: readonly string[];
  readonly validFrom: string;
}

/** Version 1 of a ruleset, in force at revision 1 of the record, with its life and its audit. */
export async function insertPublished(
  owner: Client,
  { document, schemes, validFrom }: Published,
): Promise<void> {
  const { code } = document;
  const text = canonicalJson(document);
  const hash = createHash('sha256').update(text).digest('hex');
  await owner.query(
    `INSERT INTO ruleset_versions (code, version, status, document, content_hash, author, approver)
     VALUES ($1, 1, 'published', $2, $3, 'author', 'approver')`,
    [code, text, hash],
  );
  await owner.query(
    `INSERT INTO ruleset_steps (code, version, number, kind, actor, content_hash, document)
     VALUES ($1, 1, 1, 'created', 'author', $3, $2), ($1, 1, 2, 'approved', 'approver', $3, NULL),
       ($1, 1, 3, 'published', 'approver', $3, NULL)`,
    [code, text, hash],
  );
  await owner.query(
    `INSERT INTO ruleset_publications (scheme, code, version, valid_from, recorded_revision)
     SELECT scheme, $1, 1, $3, 1 FROM unnest($2::text[]) AS scheme`,
    [code, schemes, validFrom],
  );
  await owner.query(`SELECT append_audit('approver', 'ruleset.published', $1)`, [
    `ruleset:${code}:1:step:3:revision:1`,
  ]);
}
