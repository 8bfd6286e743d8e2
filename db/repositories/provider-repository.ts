import type { Period, Provider } from '#domain/care-sheet/parties.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** Providers by INPE, with the periods in which they were active, as known at a revision. */
export async function readProviders(
  tx: Queryable,
  inpes: readonly string[],
  revision: number,
): Promise<Map<string, Provider>> {
  const { rows } = await tx.query<Omit<Provider, 'active'> & { active: Period[] }>(
    prepared(`SELECT p.inpe, p.kind, p.sector, p.specialty, coalesce((
       SELECT json_agg(json_build_object('from', a.valid_from, 'to', a.valid_to)
         ORDER BY a.valid_from)
       FROM provider_activity a WHERE a.inpe = p.inpe AND a.recorded_revision <= $2
         AND (a.superseded_revision IS NULL OR a.superseded_revision > $2)), '[]') AS active
     FROM providers p WHERE p.inpe = ANY ($1::text[]) AND p.recorded_revision <= $2
       AND (p.superseded_revision IS NULL OR p.superseded_revision > $2)`),
    [inpes, revision],
  );
  return new Map(rows.map((provider) => [provider.inpe, provider]));
}
