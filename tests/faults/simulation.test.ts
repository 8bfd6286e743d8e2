import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { readChanges } from '#domain/simulation/change-text.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { SimulationReport } from '#domain/simulation/report.ts';
import { askSimulation } from '#src/pipeline/simulate/ask-simulation.ts';
import { cancelSimulation } from '#src/pipeline/simulate/cancel-simulation.ts';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { untilQuiet } from './expect-whole.ts';
import { cappedRuleset, FAMILIES, faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';

/** Eight of each of the dozen families, on the days from 1 March: the cap is reached on the 7th. */
const SHEETS = 96;
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const sheets = Array.from({ length: SHEETS }, (_, index) => faultSheet(index));

const capOf = (amount: string): RulesetDocument => {
  const ruleset = cappedRuleset();
  return { ...ruleset, caps: ruleset.caps.map((cap) => ({ ...cap, amount })) };
};

let bench: FaultBench;

async function ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await bench.context.database.as('auditor').query<Row>(text, values);
  return rows;
}

async function start(document: RulesetDocument, period: PeriodOfCare = MARCH): Promise<number> {
  const [fund] = await ask<{ id: number }>(`SELECT id FROM organisations WHERE code = 'CNSS'`);
  const organisationId = fund?.id ?? 0;
  const request = { of: document, period, organisationId, onlyFundId: organisationId };
  return askSimulation(bench.context, { ...request, actor: 'test' });
}

async function statusOf(id: number): Promise<string | undefined> {
  const found = await ask<{ status: string }>('SELECT status FROM simulations WHERE id = $1', [id]);
  return found[0]?.status;
}

async function reportOf(id: number): Promise<string> {
  await until(async () => (await statusOf(id)) === 'done');
  const found = await ask<{ report: string }>('SELECT report FROM simulations WHERE id = $1', [id]);
  return found[0]?.report ?? '';
}

const read = (report: string) => JSON.parse(report) as SimulationReport;

async function changesOf(id: number) {
  const rows = await ask<{ changes: string }>(
    'SELECT changes FROM simulation_changes WHERE simulation_id = $1 ORDER BY shard, place',
    [id],
  );
  return rows.flatMap(({ changes }) => readChanges(changes));
}

async function decided(all: readonly CareSheet[]): Promise<void> {
  const worker = await bench.startWorker();
  // Day by day, so that none arrives late.
  for (let first = 0; first < all.length; first += FAMILIES) {
    await bench.send(all.slice(first, first + FAMILIES));
    await untilQuiet(bench.context);
  }
  await worker.kill('SIGTERM');
}

describeOnEachQueue('a simulation', (kind) => {
  beforeAll(async () => {
    bench = await openFaultBench(kind);
    await decided(sheets);
  });

  afterAll(() => bench.close());

  it('is the same bytes on one worker and on four', async () => {
    const workers = [await bench.startWorker()];
    const [alone] = [await reportOf(await start(capOf('400.00')))];
    for (let more = 0; more < 3; more += 1) workers.push(await bench.startWorker());
    const together = await reportOf(await start(capOf('400.00')));
    expect(together).toBe(alone);
    expect(read(alone).sheets).toMatchObject({ simulated: SHEETS, failed: 0 });
    for (const worker of workers) await worker.kill('SIGTERM');
  });

  it('counts in caps what was decided before its period', async () => {
    const worker = await bench.startWorker();
    const late = { from: '2026-03-05', to: '2026-03-08' };
    const same = read(await reportOf(await start(capOf('500.00'), late)));
    expect(same.sheets).toEqual({ simulated: 48, changed: 0, unchanged: 48, failed: 0 });
    const id = await start(capOf('400.00'), late);
    const lower = read(await reportOf(id));
    // Four consultations took 288.00 of each cap: 72.00, then 40.00, then nothing.
    expect(lower.total.before.benefit).toBe('2544.00');
    expect(lower.total.after.benefit).toBe('1344.00');
    expect(lower.insured.lose).toMatchObject({ count: 12, difference: '-1200.00' });
    const moved = (await changesOf(id)).map(
      ({ careOn, benefit }) => `${careOn} ${benefit.join(' ')}`,
    );
    expect(new Set(moved)).toEqual(new Set(['2026-03-06 7200 4000', '2026-03-07 6800 0']));
    await worker.kill('SIGTERM');
  });

  it('writes to nothing but its own tables and the audit', async () => {
    const count = async () => {
      const tables = await ask<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
           AND relname !~ '^simulation|^audit'
           AND relnamespace = 'public'::regnamespace ORDER BY relname`,
      );
      const counts: string[] = [];
      for (const { name } of tables) {
        if (/^(signing_keys|api_client_secrets)$/.test(name)) continue;
        const [row] = await ask<{ hash: string }>(
          `SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash
           FROM ${name} t`,
        );
        counts.push(`${name} ${row?.hash}`);
      }
      return counts;
    };
    const worker = await bench.startWorker();
    const before = await count();
    expect(before.length).toBeGreaterThan(30);
    await reportOf(await start(capOf('300.00')));
    expect(await count()).toEqual(before);
    await worker.kill('SIGTERM');
  });
});

describeOnEachQueue('a simulation that is disturbed', (kind) => {
  beforeEach(async () => {
    bench = await openFaultBench(kind);
  });

  afterEach(() => bench.close());

  it('goes on where a worker was killed, and says what it says undisturbed', async () => {
    await decided([...sheets.slice(0, 40), faultSheet(40, 'STUCK'), ...sheets.slice(41)]);
    const victim = await bench.startWorker('spoiled');
    const disturbed = await start(capOf('400.00'));
    await victim.waitFor(/is stuck at STUCK-00040/);
    await victim.kill('SIGKILL');
    await bench.startWorker();
    const report = await reportOf(disturbed);
    expect(await reportOf(await start(capOf('400.00')))).toBe(report);
    const changes = await changesOf(disturbed);
    expect(changes).toHaveLength(read(report).sheets.changed);
    expect(new Set(changes.map(({ sheetId }) => sheetId)).size).toBe(changes.length);
  });

  it('counts a sheet that the engine cannot decide, and tells nobody what is in it', async () => {
    await decided([...sheets.slice(0, 40), faultSheet(40, 'BROKEN'), ...sheets.slice(41)]);
    const worker = await bench.startWorker('spoiled');
    const report = read(await reportOf(await start(capOf('500.00'))));
    expect(report.sheets).toMatchObject({ simulated: SHEETS - 1, failed: 1 });
    expect(worker.output()).not.toMatch(/10000000\d/);
  });

  it('ends when it is cancelled, and leaves nothing behind', async () => {
    await decided([...sheets.slice(0, 40), faultSheet(40, 'STUCK'), ...sheets.slice(41)]);
    const worker = await bench.startWorker('spoiled');
    const id = await start(capOf('400.00'));
    await worker.waitFor(/is stuck at STUCK-00040/);
    const [fund] = await ask<{ id: number }>(`SELECT id FROM organisations WHERE code = 'CNSS'`);
    const request = { id, organisationId: fund?.id ?? 0, actor: 'test' };
    await cancelSimulation(bench.context, request);
    await worker.kill('SIGKILL');
    await bench.startWorker();
    // Another one passes it by, and is not disturbed.
    await reportOf(await start(capOf('400.00')));
    expect(await statusOf(id)).toBe('cancelled');
    expect(await changesOf(id)).toEqual([]);
    const plan = 'SELECT FROM simulation_batches WHERE simulation_id = $1';
    expect(await ask(plan, [id])).toEqual([]);
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
