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

/**
 * Cuts the sheets of a period, or of a file, into batches of whole families, in the order of care,
 * with one scan and one sort; gives how many shards share them, which is as many as the sheets
 * want, whatever the number of workers. Families follow one another by their numbers, as they were
 * put on record: what is known of them then lies together. A family with a sheet of the one fund
 * comes whole, since its other sheets take from the same caps.
 */
export async function insertPlan(tx: Queryable, request: PlanRequest): Promise<number> {
  const { id, organisationId, period, receivedBy, onlyFundId, fileId } = request;
  const [source, ...of] =
    fileId === null ? [OF_PERIOD, period.from, period.to, receivedBy] : [OF_FILE, fileId];
  const plan = `WITH source AS NOT MATERIALIZED (${source}), ${PLAN}`;
  const values = [id, organisationId, onlyFundId, SHEETS_OF_A_SHARD, BATCH, ...of];
  const rows = await atLeisure<{ shards: number }>(tx, plan, values);
  return rows[0]?.shards ?? 0;
}

/** Decided, or waiting after a decision. */
const IS_SIMULATED = `status IN ('pended', 'returned', 'decided', 'settled')`;

const OF_PERIOD = `SELECT id, fund_id, insured_issuer, insured_number, care_on FROM care_sheets
    WHERE care_on BETWEEN $6::date AND $7::date AND received_at <= $8::timestamptz
      AND ${IS_SIMULATED}`;

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
  wanted AS MATERIALIZED (
    SELECT least(${MAX_SHARDS},
      greatest(${MIN_SHARDS}, ceil(count(*) * $5::numeric / $4::int)))::int AS shards
    FROM cut),
  batches AS MATERIALIZED (
    SELECT ((row_number() OVER in_order - 1) * shards / count(*) OVER ())::smallint AS shard,
      number, string_to_array(ids, ',')::bigint[] AS sheet_ids
    FROM cut CROSS JOIN wanted WINDOW in_order AS (ORDER BY number)),
  all_shards AS (
    INSERT INTO simulation_shards (simulation_id, organisation_id, shard, sheets)
    SELECT $1, $2, shard, coalesce(sum(cardinality(sheet_ids)), 0)
    FROM wanted CROSS JOIN LATERAL generate_series(0, shards - 1) AS numbered (shard)
    LEFT JOIN batches USING (shard)
    GROUP BY shard),
  all_batches AS (
    INSERT INTO simulation_batches (simulation_id, organisation_id, shard, number, sheet_ids)
    SELECT $1, $2, shard, number, sheet_ids FROM batches ORDER BY shard, number)
  SELECT shards FROM wanted`;

/** Sheets of a period that are not simulated, by status: never decided, or undone. */
export async function countLeftOut(
  tx: Queryable,
  { period, receivedBy, onlyFundId }: PlanRequest,
): Promise<Readonly<Record<string, number>>> {
  const rows = await atLeisure<{ status: string; count: number }>(
    tx,
    `SELECT status, count(*) AS count FROM care_sheets
     WHERE care_on BETWEEN $1 AND $2 AND received_at <= $3 AND NOT (${IS_SIMULATED})
       AND ($4::bigint IS NULL OR fund_id = $4) GROUP BY status ORDER BY status`,
    [period.from, period.to, receivedBy, onlyFundId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

const LEISURE_MINUTES = 15;

/** One statement reads much of a table: here a scan is right, and it may take its time. */
async function atLeisure<Row extends object>(
  tx: Queryable,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  await tx.query('SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on');
  await tx.query(`SET LOCAL statement_timeout = '${LEISURE_MINUTES}min'`);
  const unhurried = { text, values, query_timeout: LEISURE_MINUTES * 60_000 };
  return (await tx.query<Row>(unhurried as never)).rows;
}

/** Sheets of a file that name another fund than the one. */
export async function countOfOthers(
  tx: Queryable,
  { fileId, onlyFundId }: Pick<PlanRequest, 'fileId' | 'onlyFundId'>,
): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM simulation_sheets WHERE file_id = $1 AND named_fund_id <> $2',
    [fileId, onlyFundId],
  );
  return rows[0]?.count ?? 0;
}
