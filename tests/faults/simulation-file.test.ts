import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { readChanges } from '#domain/simulation/change-text.ts';
import type { SimulationReport } from '#domain/simulation/report.ts';
import { askSimulation } from '#src/pipeline/simulate/ask-simulation.ts';
import { cancelSimulation } from '#src/pipeline/simulate/cancel-simulation.ts';
import { receiveFile } from '#src/pipeline/simulate/receive-file.ts';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { untilQuiet } from './expect-whole.ts';
import { cappedRuleset, FAMILIES, faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';

/** Eight of each of the dozen families, on the days from 1 March: the cap is reached on the 7th. */
const SHEETS = 96;
const DECIDED = 48;
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));
const stuck = [...sheets.slice(DECIDED, 60), faultSheet(60, 'STUCK'), ...sheets.slice(61)];

const ruleset = cappedRuleset();
const draft: RulesetDocument = {
  ...ruleset,
  caps: ruleset.caps.map((cap) => ({ ...cap, amount: '400.00' })),
};

let bench: FaultBench;

async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await bench.context.database.as('auditor').query<Row>(text, values);
  return rows;
}

async function fundId(): Promise<number> {
  const [fund] = await ask<{ id: number }>(`SELECT id FROM organisations WHERE code = 'CNSS'`);
  return fund?.id ?? 0;
}

async function send(file: readonly CareSheet[]): Promise<number> {
  const request = { organisationId: await fundId(), actor: 'test', receivedOn: '2026-04-20' };
  const receiving = await receiveFile(bench.context, request);
  const faults = await receiving.add(file.map((sheet, index) => ({ line: index + 1, sheet })));
  expect(faults.every((fault) => fault === undefined)).toBe(true);
  const kept = await receiving.complete({ refused: 0, contentHash: '0'.repeat(64) });
  return kept?.id ?? 0;
}

async function start(fileId: number): Promise<number> {
  const organisationId = await fundId();
  const request = { of: draft, fileId, organisationId, onlyFundId: organisationId };
  return askSimulation(bench.context, { ...request, actor: 'test' });
}

async function reportOf(id: number): Promise<string> {
  const read = () =>
    ask<{ status: string; report: string }>(
      'SELECT status, report FROM simulations WHERE id = $1',
      [id],
    );
  await until(async () => (await read())[0]?.status === 'done');
  return (await read())[0]?.report ?? '';
}

async function changesOf(id: number) {
  const rows = await ask<{ changes: string }>(
    'SELECT changes FROM simulation_changes WHERE simulation_id = $1 ORDER BY shard, place',
    [id],
  );
  return rows.flatMap(({ changes }) => readChanges(changes));
}

/** The first four days are decided; the file has the others. */
async function decideBefore(): Promise<void> {
  const worker = await bench.startWorker();
  for (let first = 0; first < DECIDED; first += FAMILIES) {
    await bench.send(sheets.slice(first, first + FAMILIES));
    await untilQuiet(bench.context);
  }
  await worker.kill('SIGTERM');
}

/** The content of every table that is no simulation's, nor the audit's. */
async function liveTables(): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
       AND relname !~ '^simulation|^audit|^signing_keys$|^api_client_secrets$'
       AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const contents: string[] = [];
  for (const { name } of tables) {
    const [row] = await ask<{ hash: string }>(
      `SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash
       FROM ${name} t`,
    );
    contents.push(`${name} ${row?.hash}`);
  }
  return contents;
}

describeOnEachQueue('a simulation of a file', (kind) => {
  beforeEach(async () => {
    bench = await openFaultBench(kind);
    await decideBefore();
  });

  afterEach(() => bench.close());

  it('counts what was decided before, on one worker and on four, and writes nothing', async () => {
    const before = await liveTables();
    expect(before.length).toBeGreaterThan(30);
    const file = await send(sheets.slice(DECIDED));
    const workers = [await bench.startWorker()];
    const id = await start(file);
    const alone = await reportOf(id);
    for (let more = 0; more < 3; more += 1) workers.push(await bench.startWorker());
    expect(await reportOf(await start(file))).toBe(alone);
    const report = JSON.parse(alone) as SimulationReport;
    expect(report.sheets).toMatchObject({ simulated: SHEETS - DECIDED, failed: 0 });
    // Four consultations took 288.00 of each cap, of 500.00 in force and of 400.00 in the draft.
    expect(report.total.before.benefit).toBe('2544.00');
    expect(report.total.after.benefit).toBe('1344.00');
    const moved = (await changesOf(id)).map(
      ({ careOn, benefit }) => `${careOn} ${benefit.join(' ')}`,
    );
    expect(new Set(moved)).toEqual(new Set(['2026-03-06 7200 4000', '2026-03-07 6800 0']));
    expect(await liveTables()).toEqual(before);
    for (const worker of workers) await worker.kill('SIGTERM');
    // And so it comes when they are submitted, under the rules in force.
    const worker = await bench.startWorker();
    for (let first = DECIDED; first < SHEETS; first += FAMILIES) {
      await bench.send(sheets.slice(first, first + FAMILIES));
      await untilQuiet(bench.context);
    }
    await worker.kill('SIGTERM');
    const [owed] = await ask<{ benefit: number }>(
      `SELECT sum(d.benefit)::bigint AS benefit FROM decisions d
       JOIN care_sheets s ON s.id = d.sheet_id WHERE care_on >= '2026-03-05'`,
    );
    expect(owed?.benefit).toBe(254_400);
  });

  it('goes on where a worker was killed, and says what it says undisturbed', async () => {
    const file = await send(stuck);
    const victim = await bench.startWorker('spoiled');
    const disturbed = await start(file);
    await victim.waitFor(/is stuck at STUCK-00060/);
    await victim.kill('SIGKILL');
    await bench.startWorker();
    const report = await reportOf(disturbed);
    expect(await reportOf(await start(file))).toBe(report);
    const changes = await changesOf(disturbed);
    expect(changes).toHaveLength((JSON.parse(report) as SimulationReport).sheets.changed);
    expect(new Set(changes.map(({ sheetId }) => sheetId)).size).toBe(changes.length);
  });

  it('ends when it is cancelled, and leaves its file to others', async () => {
    const file = await send(stuck);
    const worker = await bench.startWorker('spoiled');
    const id = await start(file);
    await worker.waitFor(/is stuck at STUCK-00060/);
    const request = { id, organisationId: await fundId(), actor: 'test' };
    await cancelSimulation(bench.context, request);
    await worker.kill('SIGKILL');
    await bench.startWorker();
    await reportOf(await start(file));
    expect(await changesOf(id)).toEqual([]);
    expect(await ask('SELECT FROM simulation_batches WHERE simulation_id = $1', [id])).toEqual([]);
  });
});
