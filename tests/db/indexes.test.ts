import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlantedWorld, type PlantedDatabase } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

/**
 * Every index that is no constraint costs each write: here is what asks for it, in the product's
 * words, with the section of the bench that runs it where there is one.
 */
const ASKED_FOR_BY: Readonly<Record<string, string>> = {
  // db/reads/care-sheet-list.ts, a clinic's list; bench: growth, reads
  care_sheets_submitter: `SELECT id FROM care_sheets WHERE submitter_id = 3 AND id < 2000
    ORDER BY id DESC LIMIT 50`,
  // the same, a fund's list
  care_sheets_fund: `SELECT id FROM care_sheets WHERE fund_id = 1 AND id < 2000
    ORDER BY id DESC LIMIT 50`,
  // db/repositories/settlement-repository.ts; bench: reads (a month-end)
  care_sheets_payable: `SELECT id FROM care_sheets WHERE fund_id = 1 AND status = 'decided'
    AND benefit > 0 AND decided_on <= '2026-11-30'`,
  // db/reads/operation-figures.ts, and lists of what waits
  care_sheets_open: `SELECT status, count(*), min(status_since) FROM care_sheets
    WHERE status IN ('received', 'pended', 'returned', 'quarantined') GROUP BY status`,
  // db/repositories/simulation-plan.ts; bench: simulation
  care_sheets_care_on: `SELECT id FROM care_sheets
    WHERE care_on BETWEEN '2026-01-01' AND '2026-01-31'`,
  // db/reads/adjudication-feed.ts, a clinic's feed (a fund's goes along the key)
  events_submitter: `SELECT id FROM events WHERE submitter_id = 3
    AND (epoch, xid, id) > (1, '1'::xid8, 0) ORDER BY epoch, xid, id LIMIT 500`,
  // db/invariants/ledger.sql, cap-never-exceeded: what a family took from a cap
  consumptions_insured: `SELECT sum(amount) FROM consumptions WHERE insured_id = 1 AND cap = 'CAP'`,
  // db/record/client-records.ts, the clients of an organisation
  api_clients_organisation: 'SELECT id FROM api_clients WHERE organisation_id = 3',
  // db/repositories/simulation-repository.ts, the sweeper, and what an organisation has asked for
  simulations_open: `SELECT id FROM simulations WHERE status IN ('planning', 'running')
    AND moved_at < now()`,
  simulations_organisation: `SELECT id FROM simulations WHERE organisation_id = 1 AND id < 10
    ORDER BY id DESC LIMIT 20`,
  // db/repositories/simulation-file-repository.ts, what has expired
  simulation_files_kept: `SELECT id FROM simulation_files WHERE status <> 'gone'
    AND expires_at < now() ORDER BY expires_at LIMIT 1`,
};

/** Those of constraints, and unique ones, are there for what they forbid. */
async function indexes(): Promise<string[]> {
  const { rows } = await world.superuser.query<{ name: string }>(
    `SELECT i.indexrelid::regclass::text AS name FROM pg_index i
     JOIN pg_class t ON t.oid = i.indrelid AND NOT t.relispartition
     WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisunique
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

test('there is no index without a query that asks for it', async () => {
  expect(await indexes()).toEqual(Object.keys(ASKED_FOR_BY).sort());
});

test.each(Object.entries(ASKED_FOR_BY))('%s serves its query', async (name, query) => {
  expect(await planOf(query)).toContain(name);
});

test('which sheets a family has is told by an index alone', async () => {
  // db/repositories/history-repository.ts, a simulation; bench: simulation
  const columns = 'insured_id, id, sheet_id';
  const query = `SELECT ${columns} FROM family_history WHERE insured_id = 1`;
  const plan = await planOf(query, 'SET LOCAL enable_bitmapscan = off');
  expect(plan).toContain('Index Only Scan using family_history_pkey');
});

async function planOf(query: string, settings = ''): Promise<string> {
  const { superuser } = world;
  await superuser.query('BEGIN');
  // Of a table with a handful of rows all would be read otherwise, or sorted.
  await superuser.query(`SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; ${settings}`);
  const { rows } = await superuser.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`);
  await superuser.query('ROLLBACK');
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
