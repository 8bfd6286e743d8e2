import type { Queryable } from '../client.ts';
import type { RulesetPlace } from '../record/ruleset-steps.ts';
import type { RulesetStatus } from '../record/ruleset-versions.ts';

export interface RulesetRecord extends RulesetPlace {
  readonly status: RulesetStatus;
  readonly contentHash: string;
  readonly createdAt: Date;
  /** Where it is published now: the schemes and their dates. */
  readonly publications: readonly {
    readonly scheme: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
}

export interface RulesetContents extends RulesetRecord {
  /** Canonical JSON. */
  readonly document: string;
}

const COLUMNS = `ruleset.code, ruleset.version, ruleset.status,
  ruleset.content_hash AS "contentHash", ruleset.created_at AS "createdAt",
  coalesce((SELECT json_agg(json_build_object('scheme', scheme, 'validFrom', valid_from,
      'validTo', valid_to) ORDER BY scheme, valid_from)
    FROM ruleset_publications AS publication
    WHERE publication.code = ruleset.code AND publication.version = ruleset.version
      AND publication.superseded_revision IS NULL), '[]') AS publications`;

/** What was published once is public for good; the rest is for those who make it. */
const VISIBLE = `($1 OR EXISTS (SELECT 1 FROM ruleset_publications AS publication
    WHERE publication.code = ruleset.code AND publication.version = ruleset.version))`;

interface Visibility {
  /** Also versions that were never published. */
  readonly unpublished: boolean;
}

export async function listRulesets(
  tx: Queryable,
  { unpublished, code }: Visibility & { readonly code?: string },
): Promise<RulesetRecord[]> {
  const { rows } = await tx.query<RulesetRecord & { publications: [] }>(
    `SELECT ${COLUMNS} FROM ruleset_versions AS ruleset
     WHERE ${VISIBLE} AND ($2::text IS NULL OR code = $2) ORDER BY code, version LIMIT 5000`,
    [unpublished, code ?? null],
  );
  return rows;
}

/** One version with its document; undefined when there is none to be seen. */
export async function findRuleset(
  tx: Queryable,
  { code, version, unpublished }: RulesetPlace & Visibility,
): Promise<RulesetContents | undefined> {
  const { rows } = await tx.query<RulesetRecord & { publications: []; document: string }>(
    `SELECT ${COLUMNS}, ruleset.document FROM ruleset_versions AS ruleset
     WHERE ${VISIBLE} AND code = $2 AND version = $3`,
    [unpublished, code, version],
  );
  return rows[0];
}
