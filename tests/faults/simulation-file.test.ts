import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { SimulationReport } from '#domain/simulation/report.ts';
import { askSimulation } from '#src/pipeline/simulate/ask-simulation.ts';
import { cancelSimulation } from '#src/pipeline/simulate/cancel-simulation.ts';
import { receiveFile } from '#src/pipeline/simulate/receive-file.ts';
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
} from './simulated.ts';

/** Eight of each of the dozen families, on the days from 1 March: the cap is reached on the 7th. */
const SHEETS = 96;
const DECIDED = 48;
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));
const stuck = [...sheets.slice(DECIDED, 60), faultSheet(60, 'STUCK'), ...sheets.slice(61)];

const draft = cappedAt('400.00');

let bench: FaultBench;

async function send(file: readonly CareSheet[]): Promise<number> {
  const request = {
    organisationId: await fundIdOf(bench),
    actor: 'test',
    receivedOn: '2026-04-20',
  };
  const receiving = await receiveFile(bench.context, request);
  const faults = await receiving.add(file.map((sheet, index) => ({ line: index + 1, sheet })));
  expect(faults.every((fault) => fault === undefined)).toBe(true);
  const kept = await receiving.complete({ refused: 0, contentHash: '0'.repeat(64) });
  return kept?.id ?? 0;
}

async function start(fileId: number): Promise<number> {
  const organisationId = await fundIdOf(bench);
  const request = { of: draft, fileId, organisationId, onlyFundId: organisationId };
  return askSimulation(bench.context, { ...request, actor: 'test' });
}

describeOnEachQueue('a simulation of a file', (kind) => {
  beforeEach(async () => {
    bench = await openFaultBench(kind);
    // The first four days are decided; the file has the others.
    await decideByDay(bench, sheets.slice(0, DECIDED));
  });

  afterEach(() => bench.close());

  it('counts what was decided before, on one worker and on four, and writes nothing', async () => {
    const before = await liveTables(bench);
    expect(before.length).toBeGreaterThan(30);
    const file = await send(sheets.slice(DECIDED));
    const workers = [await bench.startWorker()];
    const id = await start(file);
    const alone = await reportOf(bench, id);
    for (let more = 0; more < 3; more += 1) workers.push(await bench.startWorker());
    expect(await reportOf(bench, await start(file))).toBe(alone);
    const report = JSON.parse(alone) as SimulationReport;
    expect(report.sheets).toMatchObject({ simulated: SHEETS - DECIDED, failed: 0 });
    // Four consultations took 288.00 of each cap, of 500.00 in force and of 400.00 in the draft.
    expect(report.total.before.benefit).toBe('2544.00');
    expect(report.total.after.benefit).toBe('1344.00');
    const moved = (await changesOf(bench, id)).map(
      ({ careOn, benefit }) => `${careOn} ${benefit.join(' ')}`,
    );
    expect(new Set(moved)).toEqual(new Set(['2026-03-06 7200 4000', '2026-03-07 6800 0']));
    expect(await liveTables(bench)).toEqual(before);
    for (const worker of workers) await worker.kill('SIGTERM');
    // And so it comes when they are submitted, under the rules in force.
    await decideByDay(bench, sheets.slice(DECIDED));
    const [owed] = await ask<{ benefit: number }>(
      bench,
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
    const report = await reportOf(bench, disturbed);
    expect(await reportOf(bench, await start(file))).toBe(report);
    const changes = await changesOf(bench, disturbed);
    expect(changes).toHaveLength((JSON.parse(report) as SimulationReport).sheets.changed);
    expect(new Set(changes.map(({ sheetId }) => sheetId)).size).toBe(changes.length);
  });

  it('ends when it is cancelled, and leaves its file to others', async () => {
    const file = await send(stuck);
    const worker = await bench.startWorker('spoiled');
    const id = await start(file);
    await worker.waitFor(/is stuck at STUCK-00060/);
    const request = { id, organisationId: await fundIdOf(bench), actor: 'test' };
    await cancelSimulation(bench.context, request);
    await worker.kill('SIGKILL');
    await bench.startWorker();
    await reportOf(bench, await start(file));
    expect(await changesOf(bench, id)).toEqual([]);
    expect(
      await ask(bench, 'SELECT FROM simulation_batches WHERE simulation_id = $1', [id]),
    ).toEqual([]);
  });
});
