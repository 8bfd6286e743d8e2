import type { Queryable } from '../client.ts';

export interface RulesetRecord {
  readonly code: string;
  readonly version: number;
  readonly status: string;
  readonly contentHash: string;
  readonly createdAt: Date;
  /** Where it is published now: the schemes and their dates. */
  readonly publications: readonly {
    readonly scheme: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

const COLUMNS = `ruleset.code, ruleset.version, ruleset.status,
  ruleset.content_hash AS "contentHash", ruleset.created_at AS "createdAt",
  coalesce((SELECT json_agg(json_build_object('scheme', scheme, 'validFrom', valid_from,
      'validTo', valid_to) ORDER BY scheme, valid_from)
    FROM ruleset_publications AS publication
    WHERE publication.code = ruleset.code AND publication.version = ruleset.version
      AND publication.superseded_revision IS NULL), '[]') AS publications`;

export async function listRulesets(tx: Queryable): Promise<RulesetRecord[]> {
  const { rows } = await tx.query<RulesetRecord & { publications: [] }>(
    `SELECT ${COLUMNS} FROM ruleset_versions AS ruleset ORDER BY code, version LIMIT 5000`,
  );
  return rows;
}

/** One version with its document as text; undefined when there is none. */
export async function findRuleset(
  tx: Queryable,
  { code, version }: { code: string; version: number },
): Promise<(RulesetRecord & { document: string }) | undefined> {
  const { rows } = await tx.query<RulesetRecord & { publications: []; document: string }>(
    `SELECT ${COLUMNS}, ruleset.document FROM ruleset_versions AS ruleset
     WHERE code = $1 AND version = $2`,
    [code, version],
  );
  return rows[0];
}
