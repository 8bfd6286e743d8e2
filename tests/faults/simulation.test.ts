import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { SimulationReport } from '#domain/simulation/report.ts';
import { askSimulation } from '#src/pipeline/simulate/ask-simulation.ts';
import { cancelSimulation } from '#src/pipeline/simulate/cancel-simulation.ts';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';
import {
  ask,
  cappedAt,
  changesOf,
  decideByDay,
  fundIdOf,
  liveTables,
  reportOf,
  statusOf,
} from './simulated.ts';

/** Eight of each of the dozen families, on the days from 1 March: the cap is reached on the 7th. */
const SHEETS = 96;
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));

let bench: FaultBench;

async function start(document: RulesetDocument, period: PeriodOfCare = MARCH): Promise<number> {
  const organisationId = await fundIdOf(bench);
  const request = { of: document, period, organisationId, onlyFundId: organisationId };
  return askSimulation(bench.context, { ...request, actor: 'test' });
}

const read = (report: string) => JSON.parse(report) as SimulationReport;

describeOnEachQueue('a simulation', (kind) => {
  beforeAll(async () => {
    bench = await openFaultBench(kind);
    await decideByDay(bench, sheets);
  });

  afterAll(() => bench.close());

  it('is the same bytes on one worker and on four', async () => {
    const workers = [await bench.startWorker()];
    const [alone] = [await reportOf(bench, await start(cappedAt('400.00')))];
    for (let more = 0; more < 3; more += 1) workers.push(await bench.startWorker());
    const together = await reportOf(bench, await start(cappedAt('400.00')));
    expect(together).toBe(alone);
    expect(read(alone).sheets).toMatchObject({ simulated: SHEETS, failed: 0 });
    for (const worker of workers) await worker.kill('SIGTERM');
  });

  it('counts in caps what was decided before its period', async () => {
    const worker = await bench.startWorker();
    const late = { from: '2026-03-05', to: '2026-03-08' };
    const same = read(await reportOf(bench, await start(cappedAt('500.00'), late)));
    expect(same.sheets).toEqual({ simulated: 48, changed: 0, unchanged: 48, failed: 0 });
    const id = await start(cappedAt('400.00'), late);
    const lower = read(await reportOf(bench, id));
    // Four consultations took 288.00 of each cap: 72.00, then 40.00, then nothing.
    expect(lower.total.before.benefit).toBe('2544.00');
    expect(lower.total.after.benefit).toBe('1344.00');
    expect(lower.insured.lose).toMatchObject({ count: 12, difference: '-1200.00' });
    const moved = (await changesOf(bench, id)).map(
      ({ careOn, benefit }) => `${careOn} ${benefit.join(' ')}`,
    );
    expect(new Set(moved)).toEqual(new Set(['2026-03-06 7200 4000', '2026-03-07 6800 0']));
    await worker.kill('SIGTERM');
  });

  it('writes to nothing but its own tables and the audit', async () => {
    const worker = await bench.startWorker();
    const before = await liveTables(bench);
    expect(before.length).toBeGreaterThan(30);
    await reportOf(bench, await start(cappedAt('300.00')));
    expect(await liveTables(bench)).toEqual(before);
    await worker.kill('SIGTERM');
  });
});

describeOnEachQueue('a simulation that is disturbed', (kind) => {
  beforeEach(async () => {
    bench = await openFaultBench(kind);
  });

  afterEach(() => bench.close());

  it('goes on where a worker was killed, and says what it says undisturbed', async () => {
    await decideByDay(bench, [
      ...sheets.slice(0, 40),
      faultSheet(40, 'STUCK'),
      ...sheets.slice(41),
    ]);
    const victim = await bench.startWorker('spoiled');
    const disturbed = await start(cappedAt('400.00'));
    await victim.waitFor(/is stuck at STUCK-00040/);
    await victim.kill('SIGKILL');
    await bench.startWorker();
    const report = await reportOf(bench, disturbed);
    expect(await reportOf(bench, await start(cappedAt('400.00')))).toBe(report);
    const changes = await changesOf(bench, disturbed);
    expect(changes).toHaveLength(read(report).sheets.changed);
    expect(new Set(changes.map(({ sheetId }) => sheetId)).size).toBe(changes.length);
  });

  it('counts a sheet that the engine cannot decide, and tells nobody what is in it', async () => {
    await decideByDay(bench, [
      ...sheets.slice(0, 40),
      faultSheet(40, 'BROKEN'),
      ...sheets.slice(41),
    ]);
    const worker = await bench.startWorker('spoiled');
    const report = read(await reportOf(bench, await start(cappedAt('500.00'))));
    expect(report.sheets).toMatchObject({ simulated: SHEETS - 1, failed: 1 });
    expect(worker.output()).not.toMatch(/10000000\d/);
  });

  it('ends when it is cancelled, and leaves nothing behind', async () => {
    await decideByDay(bench, [
      ...sheets.slice(0, 40),
      faultSheet(40, 'STUCK'),
      ...sheets.slice(41),
    ]);
    const worker = await bench.startWorker('spoiled');
    const id = await start(cappedAt('400.00'));
    await worker.waitFor(/is stuck at STUCK-00040/);
    const request = { id, organisationId: await fundIdOf(bench), actor: 'test' };
    await cancelSimulation(bench.context, request);
    await worker.kill('SIGKILL');
    await bench.startWorker();
    // Another one passes it by, and is not disturbed.
    await reportOf(bench, await start(cappedAt('400.00')));
    expect(await statusOf(bench, id)).toBe('cancelled');
    expect(await changesOf(bench, id)).toEqual([]);
    const plan = 'SELECT FROM simulation_batches WHERE simulation_id = $1';
    expect(await ask(bench, plan, [id])).toEqual([]);
    await cancelSimulation(bench.context, request);
  });
});

describe('the simulator', () => {
  beforeAll(async () => {
    bench = await openFaultBench('postgres');
  });

  afterAll(() => bench.close());

  it('may write to the tables of simulations alone, and reads no name', async () => {
    const may = await ask<{ name: string; privilege: string }>(
      bench,
      `SELECT c.relname AS name, p.privilege FROM pg_class c
       CROSS JOIN unnest('{INSERT,UPDATE,REFERENCES}'::text[]) AS p (privilege)
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
         AND has_any_column_privilege('tasfiya_simulator', c.oid, p.privilege)
       UNION
       SELECT c.relname, p.privilege FROM pg_class c
       CROSS JOIN unnest('{DELETE,TRUNCATE,TRIGGER}'::text[]) AS p (privilege)
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
         AND has_table_privilege('tasfiya_simulator', c.oid, p.privilege) ORDER BY 1, 2`,
    );
    expect(may.map(({ name, privilege }) => `${privilege} ${name}`)).toEqual([
      ...['DELETE simulation_batches', 'INSERT simulation_batches'],
      ...['DELETE simulation_changes', 'INSERT simulation_changes'],
      ...['INSERT simulation_files', 'UPDATE simulation_files'],
      ...['INSERT simulation_shards', 'UPDATE simulation_shards'],
      ...['DELETE simulation_sheets', 'INSERT simulation_sheets'],
      ...['INSERT simulations', 'UPDATE simulations'],
    ]);
    const names = await ask<{ name: string }>(
      bench,
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ 'name$|holder|rib|^document$'
         AND has_column_privilege('tasfiya_simulator', table_name::regclass, column_name, 'SELECT')
       ORDER BY 1`,
    );
    expect(names.map(({ name }) => name)).toEqual([
      ...['medicines.name', 'organisations.name', 'providers.name'],
      ...['ruleset_versions.document', 'simulations.document'],
    ]);
  });
});
