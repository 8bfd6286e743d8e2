import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { expectWhole, untilQuiet } from './expect-whole.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';

const SHEETS = 150;
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));

/** What the product waits for longer: until the server takes a frozen process for dead. */
const SOON_GIVEN_UP = '-c idle_in_transaction_session_timeout=2000 -c idle_session_timeout=2000';

describeOnEachQueue('a worker', (kind) => {
  let bench: FaultBench;

  beforeEach(async () => {
    bench = await openFaultBench(kind);
  });

  afterEach(() => bench.close());

  async function decided(): Promise<number> {
    const { rows } = await bench.context.database
      .as('auditor')
      .query<{ count: number }>('SELECT count(*) AS count FROM decisions');
    return rows[0]?.count ?? 0;
  }

  test('killed with -9 in the middle of a chunk loses nothing and doubles nothing', async () => {
    const victim = await bench.startWorker('spoiled');
    const sending = bench.send([
      ...sheets.slice(0, 60),
      faultSheet(60, 'STUCK'),
      ...sheets.slice(61),
    ]);
    await victim.waitFor(/is stuck at STUCK-00060/);
    await victim.kill('SIGKILL');
    await sending;
    expect(await decided()).toBeLessThan(SHEETS);
    await bench.startWorker();
    await bench.startWorker();
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
    expect(bench.acknowledged.size).toBe(SHEETS);
  });

  test('killed by a sheet again and again sets that sheet apart, and no neighbour', async () => {
    await bench.send([...sheets.slice(0, 20), faultSheet(20, 'FATAL'), ...sheets.slice(21, 40)]);
    const kept = bench.keepWorker('spoiled');
    await untilQuiet(bench.context);
    expect(kept.starts()).toBeGreaterThan(1);
    await kept.stop();
    await expectWhole(bench.context, bench.acknowledged, { quarantined: ['FATAL-00020'] });
  });

  test('that cannot decide a sheet goes on, and tells nobody what is in it', async () => {
    await bench.send([...sheets.slice(0, 20), faultSheet(20, 'BROKEN'), ...sheets.slice(21, 40)]);
    const worker = await bench.startWorker('spoiled');
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged, { quarantined: ['BROKEN-00020'] });
    await worker.kill('SIGTERM');
    const { rows } = await bench.context.database
      .as('auditor')
      .query<{ cause: string }>('SELECT cause FROM quarantines');
    expect(rows).toEqual([{ cause: 'RangeError' }]);
    expect(worker.output()).toMatch(/RangeError/);
    expect(worker.output()).not.toMatch(/10000000\d/);
  });

  test('frozen beyond its lock does nothing when it goes on after another', async () => {
    const zombie = await bench.startWorker('spoiled', SOON_GIVEN_UP);
    await bench.send([...sheets.slice(0, 20), faultSheet(20, 'FREEZE'), ...sheets.slice(21, 40)]);
    await zombie.waitFor(/freezes at FREEZE-00020/);
    await bench.startWorker();
    await untilQuiet(bench.context);
    process.kill(zombie.pid, 'SIGCONT');
    await until(() => /database-unavailable/.test(zombie.output()));
    await expectWhole(bench.context, bench.acknowledged);
  });

  test('told to stop in the middle of its work leaves the rest to others', async () => {
    const first = await bench.startWorker();
    const sending = bench.send(sheets);
    await until(async () => (await decided()) > 0);
    expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await sending;
    await bench.startWorker();
    await untilQuiet(bench.context);
    await expectWhole(bench.context, bench.acknowledged);
  });
});
