import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInvariants } from '#db/invariants/run-invariants.ts';
import { nextSheetIdBlock } from '#db/repositories/intake-repository.ts';
import { addMonths } from '#db/repositories/month-repository.ts';
import { openPlantedWorld, type PlantedDatabase, tried } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

const PARTITIONED = ['care_sheet_documents'];

async function partsOf(table: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits
     WHERE inhparent = $1::regclass ORDER BY 1`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function thisMonth(): Promise<number> {
  const { rows } = await world.superuser.query<{ month: number }>(
    `SELECT to_char(now() AT TIME ZONE 'Africa/Casablanca', 'YYYYMM')::int AS month`,
  );
  return rows[0]?.month ?? 0;
}

test('ids of sheets begin with the month, and each block is another', async () => {
  const month = await thisMonth();
  const intake = world.database.as('intake');
  const first = await nextSheetIdBlock(intake);
  const second = await nextSheetIdBlock(intake);
  expect(Math.floor(first / 1e9)).toBe(month);
  expect(second).toBe(first + 1000);
  expect(Number.isSafeInteger(209_912 * 1e9 + 999_999_999)).toBe(true);
});

test.each(PARTITIONED)('%s has a part for this month and a year ahead', async (table) => {
  const month = await thisMonth();
  const parts = await partsOf(table);
  expect(parts).toContain(`${table}_${month}`);
  expect(parts).toContain(`${table}_${month + 100}`);
  expect(parts).toContain(`${table}_other`);
});

test('months are added once, by the worker, and by nobody else', async () => {
  const worker = world.database.as('worker');
  expect(await addMonths(worker, 12)).toBe(0);
  expect(await addMonths(worker, 14)).toBe(2 * PARTITIONED.length);
  expect(await addMonths(worker, 14)).toBe(0);
  for (const role of ['intake', 'reader', 'auditor'] as const) {
    await expect(addMonths(world.database.as(role), 12)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(addMonths(worker, 61)).rejects.toThrow(/between 0 and 60/);
});

test('a part is reached through its table only, and is append-only by itself', async () => {
  const month = await thisMonth();
  const part = `care_sheet_documents_${month}`;
  for (const role of ['reader', 'worker', 'auditor'] as const) {
    const asked = world.database.as(role).query(`SELECT 1 FROM ${part}`);
    await expect(asked).rejects.toMatchObject({ code: '42501' });
  }
  for (const statement of [`DELETE FROM ${part}`, `TRUNCATE ${part}`]) {
    expect(await tried(world.superuser, statement)).toMatchObject({ code: '23001' });
  }
});

test('a row goes to the part of the month that its id begins with', async () => {
  const month = await thisMonth();
  for (const [id, part] of [
    [month * 1e9 + 7, `care_sheet_documents_${month}`],
    [209_901 * 1e9, 'care_sheet_documents_other'],
    [1007, 'care_sheet_documents_earlier'],
  ] as const) {
    await world.superuser.query('BEGIN');
    await world.superuser.query(
      `INSERT INTO care_sheets (id, submitter_id, fund_id, number, status, received_at,
         received_on,
         care_on, insured_issuer, insured_number, provider, submitted, line_count, client_id,
         status_since)
       SELECT $1::bigint, submitter_id, fund_id, 'M-' || $1::bigint, 'cancelled', received_at,
         received_on,
         care_on, insured_issuer, insured_number, provider, submitted, line_count, client_id,
         status_since FROM care_sheets WHERE id = 1004`,
      [id],
    );
    const { rows } = await world.superuser.query<{ part: string }>(
      `INSERT INTO care_sheet_documents
       SELECT $1::bigint, submitter_id, fund_id,
         replace(facts, '"FSE-1004"', '"M-' || $1::bigint || '"'),
         document, body_hash FROM care_sheet_documents WHERE sheet_id = 1004
       RETURNING tableoid::regclass::text AS part`,
      [id],
    );
    await world.superuser.query('ROLLBACK');
    expect(rows).toEqual([{ part }]);
  }
});

test('a month that is over can be detached, and only the parts are away', async () => {
  const owner = world.superuser;
  await expect(owner.query('SELECT detach_month($1)', [await thisMonth()])).rejects.toThrow(
    /is not over/,
  );
  await owner.query(`SELECT add_part('care_sheet_documents', 'care_sheet_documents_202601',
      'FOR VALUES FROM (202601000000000) TO (202602000000000)')`);
  const id = 202_601 * 1e9 + 1;
  await owner.query(
    `INSERT INTO care_sheets (id, submitter_id, fund_id, number, status, received_at,
         received_on,
       care_on, insured_issuer, insured_number, provider, submitted, line_count, client_id,
       status_since)
     SELECT ${id}, submitter_id, fund_id, 'OLD-1', 'received', received_at, received_on, care_on,
       insured_issuer, insured_number, provider, submitted, line_count, client_id, status_since
     FROM care_sheets WHERE id = 1004`,
  );
  await owner.query(
    `INSERT INTO care_sheet_documents SELECT ${id}, submitter_id, fund_id,
       replace(facts, '"FSE-1004"', '"OLD-1"'), document, body_hash
     FROM care_sheet_documents WHERE sheet_id = 1004`,
  );
  await owner.query(
    `INSERT INTO idempotency_keys (submitter_id, key, fund_id, body_hash, sheet_id, received_at)
     SELECT submitter_id, 'old', fund_id, body_hash, ${id}, received_at
     FROM idempotency_keys WHERE sheet_id = 1004`,
  );
  await expect(owner.query('SELECT detach_month(202601)')).rejects.toThrow(/still wait/);
  await owner.query(`UPDATE care_sheets SET status = 'cancelled' WHERE id = ${id}`);
  await owner.query('SELECT detach_month(202601)');
  const kept = await owner.query('SELECT 1 FROM archive.care_sheet_documents_202601');
  expect(kept.rowCount).toBe(1);
  const left = await owner.query(`SELECT 1 FROM care_sheet_documents WHERE sheet_id = ${id}`);
  expect(left.rowCount).toBe(0);
  expect(await brokenNames()).toEqual(UNTOLD);
  await owner.query('DELETE FROM archived_months');
  expect(await brokenNames()).toEqual(
    [...UNTOLD, 'acknowledged-is-whole', 'head-as-declared'].sort(),
  );
});

/** What a sheet breaks that was planted without events and audit. */
const UNTOLD = ['acceptance-audited', 'deed-audited', 'status-announced'];

async function brokenNames(): Promise<string[]> {
  const results = await runInvariants(world.database.as('auditor'));
  return results
    .filter(({ violations }) => violations > 0)
    .map(({ name }) => name)
    .sort();
}
