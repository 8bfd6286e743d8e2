import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { SimulatedFile } from '#domain/simulation/report.ts';
import type { Queryable } from '../client.ts';

/** What was asked for, and the record that it is decided under. */
export interface AskedSimulation {
  readonly organisationId: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly code: string;
  /** 0 for a document that is no stored version. */
  readonly version: number;
  /** Canonical JSON. */
  readonly document: string;
  readonly contentHash: string;
  readonly period: PeriodOfCare;
  /** The file whose sheets it simulates; null: those that are stored. */
  readonly fileId: number | null;
  /** Whose sheets are counted; null: those of every fund. */
  readonly onlyFundId: number | null;
  readonly recordRevision: number;
}

/** One at a time asks for an organisation, so that neither finds room that the other takes. */
export async function countOpenSimulations(tx: Queryable, organisationId: number): Promise<number> {
  await tx.query('SELECT pg_advisory_xact_lock(7265, ($1::bigint % 2147483647)::int)', [
    organisationId,
  ]);
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM simulations
     WHERE organisation_id = $1 AND status IN ('planning', 'running')`,
    [organisationId],
  );
  return rows[0]?.count ?? 0;
}

/** The same one, where it is under way: asking twice makes one simulation. */
export async function findSameOpen(
  tx: Queryable,
  asked: AskedSimulation,
): Promise<number | undefined> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT id FROM simulations WHERE organisation_id = $1 AND status IN ('planning', 'running')
       AND (version, content_hash, period_from, period_to, record_revision)
         = ($2::int, $3::text, $4::date, $5::date, $6::bigint)
       AND file_id IS NOT DISTINCT FROM $7::bigint ORDER BY id LIMIT 1`,
    [
      ...[asked.organisationId, asked.version, asked.contentHash],
      ...[asked.period.from, asked.period.to, asked.recordRevision, asked.fileId],
    ],
  );
  return rows[0]?.id;
}

export async function insertSimulation(tx: Queryable, asked: AskedSimulation): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO simulations (organisation_id, asked_by, asked_at, code, version, document,
       content_hash, period_from, period_to, only_fund_id, record_revision, file_id, status,
       moved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planning', now()) RETURNING id`,
    [
      ...[asked.organisationId, asked.askedBy, asked.askedAt, asked.code, asked.version],
      ...[asked.document, asked.contentHash, asked.period.from, asked.period.to],
      ...[asked.onlyFundId, asked.recordRevision, asked.fileId],
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a simulation was not stored');
  return row.id;
}

export type SimulationStatus = 'planning' | 'running' | 'done' | 'cancelled' | 'failed';

/** A simulation as a worker sees it. */
export interface SimulationWork extends Omit<AskedSimulation, 'document' | 'askedBy'> {
  readonly id: number;
  readonly status: SimulationStatus;
  readonly document: RulesetDocument;
  readonly leftOut: Readonly<Record<string, number>>;
  /** The code of the one fund whose sheets are counted. */
  readonly onlyFund: string | null;
  /** What its file is; null where it has none. */
  readonly file: (SimulatedFile & { readonly refused: number }) | null;
}

interface WorkRow extends Omit<SimulationWork, 'document' | 'period' | 'leftOut' | 'file'> {
  document: string;
  file: string | null;
  from: string;
  to: string;
  leftOut: string;
}

const WORK = `SELECT id, organisation_id AS "organisationId", code, version, document,
    content_hash AS "contentHash", period_from AS "from", period_to AS "to",
    only_fund_id AS "onlyFundId",
    (SELECT o.code FROM organisations o WHERE o.id = only_fund_id) AS "onlyFund",
    record_revision AS "recordRevision", status,
    asked_at AS "askedAt", left_out AS "leftOut", file_id AS "fileId",
    (SELECT json_build_object('contentHash', f.content_hash, 'receivedOn', f.received_on,
      'refused', f.refused)::text FROM simulation_files f WHERE f.id = file_id) AS file
  FROM simulations WHERE id = $1`;

export async function readSimulation(
  tx: Queryable,
  id: number,
): Promise<SimulationWork | undefined> {
  const { rows } = await tx.query<WorkRow>(WORK, [id]);
  return rows[0] && toWork(rows[0]);
}

/** The same, locked until COMMIT, where it is in this status; else undefined. */
export async function lockSimulation(
  tx: Queryable,
  { id, status }: { id: number; status: SimulationStatus },
): Promise<SimulationWork | undefined> {
  const { rows } = await tx.query<WorkRow>(`${WORK} AND status = $2 FOR NO KEY UPDATE`, [
    id,
    status,
  ]);
  return rows[0] && toWork(rows[0]);
}

function toWork({ from, to, document, leftOut, file, ...row }: WorkRow): SimulationWork {
  return {
    ...row,
    period: { from, to },
    document: JSON.parse(document) as RulesetDocument,
    leftOut: JSON.parse(leftOut) as Record<string, number>,
    file: file === null ? null : (JSON.parse(file) as SimulationWork['file']),
  };
}

export async function startSimulation(
  tx: Queryable,
  { id, leftOut }: { id: number; leftOut: string },
): Promise<void> {
  await tx.query(
    `UPDATE simulations SET status = 'running', left_out = $2, moved_at = now() WHERE id = $1`,
    [id, leftOut],
  );
}

/** False when it is finished already, whichever way, or is another organisation's. */
export async function endSimulation(
  tx: Queryable,
  { id, organisationId, status }: { id: number; organisationId: number; status: SimulationStatus },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE simulations SET status = $3, moved_at = now(), finished_at = now()
     WHERE id = $1 AND organisation_id = $2 AND status IN ('planning', 'running')`,
    [id, organisationId, status],
  );
  return rowCount === 1;
}

export async function completeSimulation(
  tx: Queryable,
  { id, report, reportHash }: { id: number; report: string; reportHash: string },
): Promise<void> {
  await tx.query(
    `UPDATE simulations SET status = 'done', report = $2, report_hash = $3, moved_at = now(),
       finished_at = now() WHERE id = $1`,
    [id, report, reportHash],
  );
}

/** A simulation that has not moved for a while, with the next number of its ring. */
export interface SilentSimulation {
  readonly id: number;
  readonly status: SimulationStatus;
  readonly rings: number;
  /** Its shards that are not done, and are not at work. */
  readonly shards: readonly number[];
  readonly isWhole: boolean;
}

export async function takeSilentSimulations(
  tx: Queryable,
  { silentSeconds, limit }: { silentSeconds: number; limit: number },
): Promise<SilentSimulation[]> {
  const { rows } = await tx.query<SilentSimulation>(
    `UPDATE simulations s SET rings = rings + 1, moved_at = now()
     WHERE id IN (SELECT id FROM simulations WHERE status IN ('planning', 'running')
       AND moved_at < now() - make_interval(secs => $1)
       ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING id, status, rings, ARRAY(SELECT shard FROM simulation_shards
         WHERE simulation_id = s.id AND result IS NULL
           AND (simulation_shards.moved_at IS NULL
             OR simulation_shards.moved_at < now() - make_interval(secs => $1))
         ORDER BY shard) AS shards,
       NOT EXISTS (SELECT FROM simulation_shards
         WHERE simulation_id = s.id AND result IS NULL) AS "isWhole"`,
    [silentSeconds, limit],
  );
  return rows;
}
