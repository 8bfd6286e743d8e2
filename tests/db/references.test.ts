import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlantedWorld, type PlantedDatabase, tried } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

const FOREIGN_KEY = '23503';
const RESTRICTED = '23001';

/** A table, what makes a row another one, and what its rows refer to, column by column. */
const references: readonly [table: string, another: object, columns: readonly string[]][] = [
  ['care_sheets', { id: 7, number: 'another' }, ['submitter_id', 'fund_id']],
  ['care_sheet_documents', {}, ['sheet_id', 'submitter_id', 'fund_id']],
  ['idempotency_keys', { key: 'another' }, ['sheet_id', 'submitter_id', 'fund_id']],
  ['decisions', {}, ['sheet_id', 'submitter_id', 'fund_id']],
  ['family_history', { id: 7_000_000 }, ['sheet_id', 'revision', 'submitter_id', 'fund_id']],
  ['consumptions', { id: 7_000_000 }, ['sheet_id', 'revision', 'submitter_id', 'fund_id']],
  ['events', { id: 7_000_000 }, ['sheet_id', 'submitter_id', 'fund_id']],
  ['ledger_postings', {}, ['transaction_id', 'fund_id']],
];

const cases = references.flatMap(([table, another, columns]) =>
  columns.map((column) => [table, column, another] as const),
);

test.each(cases)('no row of %s names by %s what is not there', async (table, column, another) => {
  const { rows } = await world.superuser.query(`SELECT 1 FROM ${table} LIMIT 1`);
  expect(rows, 'a row to begin with').toHaveLength(1);
  const changed = JSON.stringify({ ...another, [column]: 8_888 });
  expect(await tried(world.superuser, copyOf(table, changed))).toMatchObject({ code: FOREIGN_KEY });
});

test('one row of several that refers to nothing fails the statement', async () => {
  const rows = [{ id: 7_000_001 }, { id: 7_000_002, sheet_id: 8_888 }];
  const [right, wrong] = rows.map((row) => JSON.stringify(row));
  const both = `${copyOf('events', right ?? '')} UNION ALL (${selectOf('events', wrong ?? '')})`;
  expect(await tried(world.superuser, both)).toMatchObject({ code: FOREIGN_KEY });
  expect(await tried(world.superuser, copyOf('events', right ?? ''))).toBeUndefined();
});

test('an organisation is never deleted, and keeps its id', async () => {
  for (const statement of [
    'DELETE FROM organisations',
    'TRUNCATE organisations CASCADE',
    // Ids are given by the database: one beyond those that are there already.
    `SELECT setval(pg_get_serial_sequence('organisations', 'id'), 1000);
     UPDATE organisations SET id = DEFAULT`,
  ]) {
    expect(await tried(world.superuser, statement), statement).toMatchObject({ code: RESTRICTED });
  }
  expect(await tried(world.superuser, 'UPDATE organisations SET name = name')).toBeUndefined();
});

/** One row of a table once more, with some columns changed. */
function copyOf(table: string, changed: string): string {
  return `INSERT INTO ${table} OVERRIDING SYSTEM VALUE (${selectOf(table, changed)})`;
}

function selectOf(table: string, changed: string): string {
  return `SELECT (jsonb_populate_record(source, '${changed}')).* FROM ${table} source LIMIT 1`;
}
