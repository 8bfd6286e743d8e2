import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { Queryable } from '../client.ts';

/** So many sheets are a shard of their own, within bounds. */
const SHEETS_OF_A_SHARD = 2_500;
const MIN_SHARDS = 4;
const MAX_SHARDS = 64;

/**
 * Sheets of one batch; it is longer where its last family is. Longer ones are hardly cheaper, and
 * live work waits for one at a time.
 */
const BATCH = 400;

export interface PlanRequest {
  readonly id: number;
  readonly organisationId: number;
  readonly period: PeriodOfCare;
  /** The file whose sheets are simulated; null: those that are stored. */
  readonly fileId: number | null;
  readonly onlyFundId: number | null;
  /** Sheets that were received later are not seen. */
  readonly receivedBy: Date;
}

/** Sheets by whether they are simulated, and those that are not by status. */
export interface PeriodCount {
  readonly simulated: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Shares of the families: as many as the sheets want, whatever the number of workers. */
export function shardsFor({ simulated }: PeriodCount): number {
  return Math.min(MAX_SHARDS, Math.max(MIN_SHARDS, Math.ceil(simulated / SHEETS_OF_A_SHARD)));
}

/**
 * Cuts the sheets of a period, or of a file, into batches of whole families, in the order of care,
 * with one scan and one sort. Families follow one another by their numbers, as they were put on
 * record: what is known of them then lies together. A family with a sheet of the one fund comes
 * whole, since its other sheets take from the same caps.
 */
export async function insertPlan(
  tx: Queryable,
  request: PlanRequest,
  shards: number,
): Promise<void> {
  await scansAtLeisure(tx);
  const { id, organisationId, period, receivedBy, onlyFundId, fileId } = request;
  const [source, ...of] =
    fileId === null ? [OF_PERIOD, period.from, period.to, receivedBy] : [OF_FILE, fileId];
  await tx.query({
    text: `WITH source AS NOT MATERIALIZED (${source}), ${PLAN}`,
    values: [id, organisationId, onlyFundId, shards, BATCH, ...of],
    query_timeout: PLAN_MINUTES * 60_000,
  } as never);
}

const PLAN_MINUTES = 15;

const OF_PERIOD = `SELECT id, fund_id, insured_issuer, insured_number, care_on FROM care_sheets
    WHERE care_on BETWEEN $6::date AND $7::date AND received_at <= $8::timestamptz
      AND status IN ('pended', 'returned', 'decided', 'settled')`;

const OF_FILE = `SELECT line::bigint AS id, named_fund_id AS fund_id, insured_issuer,
      insured_number, care_on FROM simulation_sheets WHERE file_id = $6::bigint`;

const PLAN = `families AS (
    SELECT insured_number COLLATE "C" AS number, insured_issuer COLLATE "C" AS issuer,
      array_agg(id ORDER BY care_on, id) AS ids, count(*) AS sheets
    FROM source GROUP BY 1, 2
    HAVING $3::bigint IS NULL OR bool_or(fund_id = $3::bigint)),
  placed AS (
    SELECT *, sum(sheets) OVER (ORDER BY number, issuer) - sheets AS place FROM families),
  cut AS (
    SELECT (place::bigint / $5::int)::int AS number,
      string_agg(array_to_string(ids, ','), ',' ORDER BY placed.number, issuer) AS ids
    FROM placed GROUP BY 1),
  batches AS MATERIALIZED (
    SELECT ((row_number() OVER in_order - 1) * $4::int / count(*) OVER ())::smallint AS shard,
      number, string_to_array(ids, ',')::bigint[] AS sheet_ids
    FROM cut WINDOW in_order AS (ORDER BY number)),
  shards AS (
    INSERT INTO simulation_shards (simulation_id, organisation_id, shard, sheets)
    SELECT $1, $2, all_shards.shard, coalesce(sum(cardinality(sheet_ids)), 0)
    FROM generate_series(0, $4::int - 1) AS all_shards (shard)
    LEFT JOIN batches ON batches.shard = all_shards.shard
    GROUP BY all_shards.shard)
  INSERT INTO simulation_batches (simulation_id, organisation_id, shard, number, sheet_ids)
  SELECT $1, $2, shard, number, sheet_ids FROM batches ORDER BY shard, number`;

/** Statuses of sheets that are decided, or wait after a decision. */
const SIMULATED = ['pended', 'returned', 'decided', 'settled'];

export async function countPeriod(
  tx: Queryable,
  { period, receivedBy, onlyFundId }: PlanRequest,
): Promise<PeriodCount> {
  await scansAtLeisure(tx);
  const { rows } = await tx.query<{ status: string; count: number }>({
    text: `SELECT status, count(*) AS count FROM care_sheets
     WHERE care_on BETWEEN $1 AND $2 AND received_at <= $3
       AND ($4::bigint IS NULL OR fund_id = $4) GROUP BY status ORDER BY status`,
    values: [period.from, period.to, receivedBy, onlyFundId],
    query_timeout: PLAN_MINUTES * 60_000,
  } as never);
  const isSimulated = ({ status }: { status: string }) => SIMULATED.includes(status);
  const leftOut = rows.filter((row) => !isSimulated(row));
  return {
    simulated: rows.filter(isSimulated).reduce((sum, { count }) => sum + count, 0),
    leftOut: Object.fromEntries(leftOut.map(({ status, count }) => [status, count])),
  };
}

/** One statement reads much of a table: here a scan is right, and it may take its time. */
async function scansAtLeisure(tx: Queryable): Promise<void> {
  await tx.query('SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on');
  await tx.query(`SET LOCAL statement_timeout = '${PLAN_MINUTES}min'`);
}

/** The sheets of a file; those that name another fund than the one are left out. */
export async function countFile(
  tx: Queryable,
  { fileId, onlyFundId }: Pick<PlanRequest, 'fileId' | 'onlyFundId'>,
): Promise<{ readonly simulated: number; readonly ofOthers: number }> {
  const { rows } = await tx.query<{ simulated: number; ofOthers: number }>(
    `SELECT count(*) FILTER (WHERE $2::bigint IS NULL OR named_fund_id = $2) AS simulated,
       count(*) FILTER (WHERE named_fund_id <> $2) AS "ofOthers"
     FROM simulation_sheets WHERE file_id = $1`,
    [fileId, onlyFundId],
  );
  return rows[0] ?? { simulated: 0, ofOthers: 0 };
}
