import type { Queryable } from '../client.ts';
import type { PublicationRow } from './reference-tables.ts';

/** A publication as it stood from one revision of the record to another. */
export interface PublicationRecord extends PublicationRow {
  readonly recordedRevision: number;
  readonly supersededRevision: number | null;
  /** Whether its version was taken back since. */
  readonly withdrawn: boolean;
}

/** All that was ever published for the schemes for which a version ever was. */
export async function readPublicationHistory(
  tx: Queryable,
  { code, version }: { readonly code: string; readonly version: number },
): Promise<PublicationRecord[]> {
  const { rows } = await tx.query<PublicationRecord>(
    `SELECT scheme, p.code, p.version, valid_from AS "validFrom", valid_to AS "validTo",
       recorded_revision AS "recordedRevision", superseded_revision AS "supersededRevision",
       v.status = 'withdrawn' AS withdrawn
     FROM ruleset_publications p JOIN ruleset_versions v USING (code, version)
     WHERE scheme IN (SELECT scheme FROM ruleset_publications WHERE code = $1 AND version = $2)
     ORDER BY scheme, valid_from, recorded_revision`,
    [code, version],
  );
  return rows;
}
