import { type Change, readChanges } from '#domain/simulation/change-text.ts';
import type { Queryable } from '../client.ts';
import type { SimulationStatus } from '../repositories/simulation-repository.ts';

/** A simulation as its asker sees it. */
export interface SimulationRecord {
  readonly id: number;
  readonly status: SimulationStatus;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly code: string;
  readonly version: number;
  readonly contentHash: string;
  readonly from: string;
  readonly to: string;
  readonly fileId: number | null;
  readonly recordRevision: number;
  /** Sheets that are replayed, and how many of them are; null before it is planned. */
  readonly sheets: number | null;
  readonly done: number;
}

const COLUMNS = `id, status, asked_by AS "askedBy", asked_at AS "askedAt",
    finished_at AS "finishedAt", code, version, content_hash AS "contentHash",
    period_from AS "from", period_to AS "to", record_revision AS "recordRevision",
    file_id AS "fileId", progress.sheets,
    coalesce(progress.done, 0) AS done
  FROM simulations s CROSS JOIN LATERAL (
    SELECT sum(sheets)::bigint AS sheets, sum(done)::bigint AS done FROM simulation_shards
    WHERE simulation_id = s.id AND organisation_id = s.organisation_id) progress`;

/** The newest ones first, after the id of the last page; row-level security names the tenant. */
export async function listSimulations(
  tx: Queryable,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<SimulationRecord[]> {
  const { rows } = await tx.query<SimulationRecord>(
    `SELECT ${COLUMNS} WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    [before ?? null, limit],
  );
  return rows;
}

/** One with its report as text where it has one; undefined when there is none. */
export async function findSimulation(
  tx: Queryable,
  id: number,
): Promise<(SimulationRecord & { report: string | null; reportHash: string | null }) | undefined> {
  const { rows } = await tx.query<
    SimulationRecord & { report: string | null; reportHash: string | null }
  >(`SELECT report, report_hash AS "reportHash", ${COLUMNS} WHERE id = $1`, [id]);
  return rows[0];
}

/** Where a page of changes ended: a shard, and the place within it. */
export interface ChangePlace {
  readonly shard: number;
  readonly place: number;
}

export type PlacedChange = ChangePlace & { readonly change: Change };

/** Changed sheets after a place, with the place of each: fewer than asked for only at the end. */
export async function readChangesAfter(
  tx: Queryable,
  simulationId: number,
  { after, limit }: { after: ChangePlace; limit: number },
): Promise<PlacedChange[]> {
  const found: PlacedChange[] = [];
  let last = after;
  while (found.length < limit) {
    const { rows } = await tx.query<ChangePlace & { changes: string }>(NEXT_ROWS, [
      ...[simulationId, last.shard, last.place],
      ROWS_AT_ONCE,
    ]);
    for (const { shard, place, changes } of rows) {
      readChanges(changes).forEach((change, index) => {
        const at = { shard, place: place + index };
        if (isAfter(at, last)) found.push({ ...at, change });
      });
    }
    last = found.at(-1) ?? last;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return found.slice(0, limit);
}

const ROWS_AT_ONCE = 4;

/** The first row may begin before the place that is asked for. */
const NEXT_ROWS = `SELECT shard, place, changes FROM simulation_changes
  WHERE simulation_id = $1
    AND (shard, place) >= ($2::int, coalesce((SELECT max(place) FROM simulation_changes
      WHERE simulation_id = $1 AND shard = $2 AND place <= $3 AND place + count > $3 + 1), $3 + 1))
  ORDER BY shard, place LIMIT $4`;

function isAfter(a: ChangePlace, b: ChangePlace): boolean {
  return a.shard > b.shard || (a.shard === b.shard && a.place > b.place);
}
