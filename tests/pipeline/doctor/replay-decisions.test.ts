import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import { cancelCareSheet } from '#src/pipeline/cancel/cancel-care-sheet.ts';
import { checkInvariants, doctor } from '#src/pipeline/doctor/doctor.ts';
import { replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';
import { faultSheet } from '#tests/faults/fault-world.ts';
import { type FaultBench, openFaultBench } from '#tests/faults/open-fault-bench.ts';
import { waitingChunks } from '#tests/faults/waiting-chunks.ts';

let bench: FaultBench;
let superuser: Client;

beforeAll(async () => {
  bench = await openFaultBench('postgres');
  superuser = new Client({ connectionString: bench.servers.databaseUrl });
  await superuser.connect();
  await sendAndDecide(0, 60);
});

afterAll(async () => {
  await superuser.end();
  await bench.close();
});

async function sendAndDecide(from: number, to: number): Promise<void> {
  const { context } = bench;
  await bench.send(Array.from({ length: to - from }, (_, index) => faultSheet(from + index)));
  const parts = createAdjudicationParts();
  for (const id of await waitingChunks(context)) await adjudicateChunks(context, [id], parts);
}

/** Runs a statement without guards, looks, and undoes it by the other one. */
async function differingWhile(spoil: string, undo: string): Promise<readonly string[]> {
  const unguarded = (statement: string) =>
    superuser.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`);
  await unguarded(spoil);
  try {
    return (await replayDecisions(bench.context)).differing;
  } finally {
    await unguarded(undo);
  }
}

/** The decisions whose own rows of the history are such. */
function leftInHistory(where: string): string {
  return `(sheet_id, revision) IN (SELECT sheet_id, revision FROM family_history WHERE ${where})`;
}

async function decisionIds(where: string): Promise<string[]> {
  const { rows } = await superuser.query<{ id: string }>(
    `SELECT concat_ws(':', sheet_id, revision) AS id FROM decisions WHERE ${where}
     ORDER BY sheet_id, revision`,
  );
  return rows.map(({ id }) => id);
}

test('what is learned later changes nothing of what was decided', async () => {
  const [first] = await decisionIds(`outcome <> 'pended' AND benefit > 0`);
  await superuser.query(`BEGIN;
    INSERT INTO revisions (number, kind, actor) VALUES (2, 'people', 'test'),
      (3, 'reference', 'test'), (4, 'providers', 'test');
    UPDATE installation SET revision = 4;
    UPDATE entitlements SET superseded_revision = 2 WHERE insured_id = 1;
    INSERT INTO entitlements (insured_id, status, valid_from, recorded_revision)
    VALUES (1, 'suspended', '2020-01-01', 2);
    UPDATE tariffs SET superseded_revision = 3;
    INSERT INTO tariffs (grid, item_kind, item, sector, amount, valid_from, status, source,
      recorded_revision)
    VALUES ('TNR', 'key-letter', 'C', 'private', 9999, '2006-09-01', 'in-force', 'test', 3);
    UPDATE provider_activity SET superseded_revision = 4 WHERE inpe = '100000033';
    COMMIT`);
  await sendAndDecide(60, 120);
  const sheetId = Number(first?.split(':')[0]);
  const { rows } = await superuser.query<{ id: string }>(
    'SELECT submitter_id AS id FROM care_sheets WHERE id = $1',
    [sheetId],
  );
  await cancelCareSheet(bench.context, {
    organisationId: Number(rows[0]?.id),
    clientId: 'client',
    sheetId,
  });
  await sendAndDecide(120, 150);
  expect(new Set(await decisionIds('record_revision = 1')).size).toBe(60);
  expect(new Set(await decisionIds('record_revision = 4')).size).toBe(90);
  const progress: number[] = [];
  const replay = await replayDecisions(bench.context, {
    onProgress: (replayed) => progress.push(replayed),
  });
  expect(replay).toEqual({ replayed: 150, differing: [] });
  expect(progress).toEqual([150]);
  const broken = (await checkInvariants(bench.context)).filter((result) => result.violations > 0);
  expect(broken).toEqual([]);
});

test('a part of the decisions can be replayed', async () => {
  expect(await replayDecisions(bench.context, { limit: 7 })).toEqual({
    replayed: 7,
    differing: [],
  });
});

test.each([
  [
    'a centime of a stored decision',
    `UPDATE decisions SET content = replace(content, ',7200,', ',7201,')`,
    `UPDATE decisions SET content = replace(content, ',7201,', ',7200,')`,
    `content LIKE '%,7200,%'`,
  ],
  [
    'a centime of a stored history',
    `UPDATE family_history SET lines = replace(lines, ',7200]', ',7201]')`,
    `UPDATE family_history SET lines = replace(lines, ',7201]', ',7200]')`,
    leftInHistory(`lines LIKE '%,7200]%'`),
  ],
  [
    'the tariff that was read',
    'UPDATE tariffs SET amount = amount + 1 WHERE recorded_revision = 1',
    'UPDATE tariffs SET amount = amount - 1 WHERE recorded_revision = 1',
    `record_revision = 1 AND outcome <> 'rejected'`,
  ],
  [
    'the birth date that was read',
    `UPDATE insured_persons SET birth_date = '1980-05-11' WHERE insured_id = 2`,
    `UPDATE insured_persons SET birth_date = '1980-05-10' WHERE insured_id = 2`,
    `sheet_id IN (SELECT s.id FROM care_sheets s JOIN insured i ON i.number = s.insured_number
       WHERE i.id = 2)`,
  ],
])('%s that was changed is found', async (_what, spoil, undo, affected) => {
  const expected = await decisionIds(affected);
  expect(expected.length).toBeGreaterThan(0);
  expect([...(await differingWhile(spoil, undo))].sort()).toEqual([...expected].sort());
});

test('a history that was changed is found where it was left and where it was seen', async () => {
  const replaceAmount = (from: number, to: number) =>
    `UPDATE family_history SET consumptions = replace(consumptions, ',${from}]', ',${to}]')`;
  const left = new Set(await decisionIds(leftInHistory(`consumptions LIKE '%,7200]%'`)));
  const differing = await differingWhile(replaceAmount(7200, 49999), replaceAmount(49999, 7200));
  const saw = differing.filter((id) => !left.has(id));
  expect(left.size).toBeGreaterThan(0);
  expect(saw.length).toBeGreaterThan(0);
  expect(differing.length - saw.length).toBe(left.size);
  const unseeing = new Set(await decisionIds('history_position = 0'));
  expect(unseeing.size).toBeGreaterThan(0);
  expect(saw.filter((id) => unseeing.has(id))).toEqual([]);
});

test('a history that is missing is found in the decision that left it', async () => {
  const [id = ''] = await decisionIds(leftInHistory(`kind = 'decision'`));
  const [sheetId] = id.split(':');
  const sent = (from: string, to: string) =>
    `UPDATE family_history SET insured_id = insured_id ${to} 1000
     WHERE sheet_id = ${sheetId} AND insured_id ${from} 1000`;
  expect(await differingWhile(sent('<', '+'), sent('>', '-'))).toContain(id);
});

test('invariants take the time that they need, whatever limits others have', async () => {
  const limits = { poolSize: 1, applicationName: 'test', statementTimeout: 200 };
  const hurried = openDatabase(bench.servers.databaseUrl, limits);
  await superuser.query('BEGIN; LOCK TABLE decisions IN ACCESS EXCLUSIVE MODE');
  const checking = checkInvariants({ ...bench.context, database: hurried });
  await sleep(600);
  await superuser.query('COMMIT');
  expect((await checking).filter(({ violations }) => violations > 0)).toEqual([]);
  await hurried.close();
});

test('the doctor finds all well, and then what is ill', async () => {
  const { databaseUrl } = bench.servers;
  const well = await doctor(bench.context, { databaseUrl });
  expect(well).toMatchObject({
    setup: [
      { name: 'database', fault: null },
      { name: 'queue', fault: null, warnings: [] },
    ],
    replay: { replayed: 150, differing: [] },
    healthy: true,
  });
  await superuser.query(`BEGIN; SET LOCAL session_replication_role = replica;
    UPDATE accumulators SET used = used + 1; COMMIT`);
  const ill = await doctor(bench.context, { databaseUrl, limit: 1 });
  expect(ill.healthy).toBe(false);
  expect(ill.invariants.filter(({ violations }) => violations > 0)).toMatchObject([
    { heading: 'ledger', name: 'accumulators-are-folds' },
  ]);
  await superuser.query(`DELETE FROM drizzle.__drizzle_migrations`);
  const unfit = await doctor(bench.context, { databaseUrl });
  expect(unfit).toMatchObject({ healthy: false, invariants: [], replay: { replayed: 0 } });
  expect(unfit.setup[0]?.fault).toMatch(/Run `tasfiya migrate`/);
});
