import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { askSimulation, type SimulationRequest } from '#src/pipeline/simulate/ask-simulation.ts';
import type { Bench } from '../bench.ts';
import { rawInsertRate } from '../limits/raw-insert.ts';
import { monotonic } from '../measure/monotonic.ts';
import { cpuSeconds, cpuSecondsOfTree } from '../measure/process-figures.ts';
import { ratios } from '../measure/repeat.ts';
import { spread } from '../measure/spread.ts';
import { inBulk, measureThroughput } from '../measure/throughput.ts';
import { type Figure, figure, type Section } from '../section.ts';
import { TARGETS, type TargetName } from '../targets.ts';
import type { Installation } from '../world/installation.ts';

/** From the asking to the report, over two worker processes, every read and write included. */
export const simulation: Section = {
  name: 'simulation',
  title: '85 % instead of 90 % over stored sheets of four lines, two workers',
  inQuick: false,
  run,
};

const SMALLEST = 10_000;
const LARGEST_IN_QUICK = 100_000;
const MIN_REPETITIONS = 3;
/** Sheets before what counts: workers of an installation have long been warm. */
const WARM_UP_SHEETS = 300_000;
/** Looks at a simulation, for a run: they find its end within a hundredth of its time. */
const LOOKS = 100;
/** Before any care that is stored. */
const LONG_AGO = '2020-01-01';
const DAYS_OF_A_WEEK = 7;

interface Run {
  readonly perSecond: number;
  readonly worker: number;
  readonly postgres: number;
}

/** A period of care with so many sheets. */
interface Extent {
  readonly name: string;
  readonly from: string;
  readonly sheets: number;
}

/** All runs over one. */
interface Sized extends Extent {
  readonly runs: readonly Run[];
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const { sized, week } = await bench.onProduct({ workers: 2 }, async (installation) => {
    const measured: Sized[] = [];
    let first = 0;
    for (const sheets of sizes(bench)) {
      await measureThroughput(bench, installation, inBulk(first, sheets - first));
      await bench.servers.admin('VACUUM ANALYZE', installation.database);
      first = sheets;
      const all = { name: sheets.toLocaleString('en'), from: LONG_AGO, sheets };
      measured.push({ ...all, runs: await simulate(bench, installation, all) });
    }
    const last = await lastWeek(bench, installation);
    return { sized: measured, week: { ...last, runs: await simulate(bench, installation, last) } };
  });
  const raw = await rawInsertRate(bench);
  return [
    ...sized.flatMap((one) => figuresOf(one, 'simulation-rate')),
    ...growthOf(sized),
    ...figuresOf(week),
    figure('limit: raw set-based insert of the same rows', '/s', { values: raw }),
    ...sized.map(({ name, runs }) =>
      figure(`${name}: simulated / raw insert`, 'x', {
        values: ratios(ratesOf(runs), spread(raw).median),
      }),
    ),
  ];
}

/** What was decided before it is read too: it took from the same caps. */
async function lastWeek(bench: Bench, { database }: Installation): Promise<Extent> {
  const from = addDays(bench.day, 1 - DAYS_OF_A_WEEK);
  const [found] = await bench.servers.admin<{ count: string }>(
    `SELECT count(*) FROM care_sheets WHERE care_on BETWEEN '${from}' AND '${bench.day}'`,
    database,
  );
  const sheets = Number(found?.count);
  return { name: `${sheets.toLocaleString('en')} of the last week`, from, sheets };
}

function ratesOf(runs: readonly Run[]): number[] {
  return runs.map(({ perSecond }) => perSecond);
}

/** With one size there is nothing to compare. */
function growthOf(sized: readonly Sized[]): Figure[] {
  const medians = sized.map(({ runs }) => spread(ratesOf(runs)).median);
  const [smallest, largest] = [medians[0], medians.at(-1)];
  if (smallest === undefined || largest === undefined || medians.length < 2) return [];
  const name = 'cost a sheet, the largest size / the smallest';
  return [figure(name, 'x', { values: [smallest / largest], target: 'growth' })];
}

function sizes({ options }: Bench): number[] {
  const largest = options.quick ? LARGEST_IN_QUICK : options.grow;
  const list: number[] = [];
  for (let size = SMALLEST; size < largest; size *= 10) list.push(size);
  return [...list, Math.max(largest, SMALLEST)];
}

async function simulate(
  bench: Bench,
  installation: Installation,
  { from, sheets }: Extent,
): Promise<Run[]> {
  const runs: Run[] = [];
  const repetitions = Math.max(MIN_REPETITIONS, bench.options.repetitions);
  const warmUps = Math.ceil(WARM_UP_SHEETS / sheets);
  const request = await requestForLess(bench, installation, from);
  for (let turn = 0; turn < warmUps + repetitions; turn += 1) {
    const before = cpuOf(bench, installation);
    const begun = monotonic();
    await simulateOnce(installation, request, sheets);
    const seconds = (monotonic() - begun) / 1000;
    const after = cpuOf(bench, installation);
    bench.note(`simulation: ${sheets} in ${seconds.toFixed(2)} s`);
    if (turn < warmUps) continue;
    runs.push({
      perSecond: sheets / seconds,
      worker: ((after.worker - before.worker) / sheets) * 1e6,
      postgres: ((after.postgres - before.postgres) / sheets) * 1e6,
    });
  }
  return runs;
}

async function simulateOnce(
  installation: Installation,
  request: SimulationRequest,
  sheets: number,
): Promise<void> {
  const id = await askSimulation(installation.context, request);
  const pool = installation.context.database.as('auditor');
  const lookEveryMs = (sheets / TARGETS['simulation-rate'].atLeast / LOOKS) * 1000;
  for (;;) {
    const { rows } = await pool.query<{ status: string; report: string }>(
      'SELECT status, report FROM simulations WHERE id = $1',
      [id],
    );
    const [found] = rows;
    if (found?.status === 'done') {
      const { simulated } = JSON.parse(found.report).sheets;
      if (simulated !== sheets) throw new Error(`${simulated} of ${sheets} were simulated`);
      return;
    }
    if (found?.status === 'failed') throw new Error('the simulation failed');
    await sleep(lookEveryMs);
  }
}

/** A simulation of 85 % over what is stored, from a day of care on. */
export async function requestForLess(
  bench: Bench,
  { database }: Installation,
  from: string = LONG_AGO,
): Promise<SimulationRequest> {
  const mission = loadRuleset('AMO-90-100');
  const coverage = mission.coverage.map((row) =>
    row.code === 'ROUTINE' ? { ...row, rate: '0.85' } : row,
  );
  const [admin] = await bench.servers.admin<{ id: string }>(
    `SELECT id FROM organisations WHERE code = 'ADMIN'`,
    database,
  );
  return {
    of: { ...mission, code: 'AMO-85-100', coverage },
    period: { from, to: bench.day },
    organisationId: Number(admin?.id),
    onlyFundId: null,
    actor: 'bench',
  };
}

function cpuOf({ servers }: Bench, { workers }: Installation) {
  return {
    worker: workers.reduce((sum, { pid }) => sum + cpuSeconds(pid), 0),
    postgres: cpuSecondsOfTree(servers.postgres.pid),
  };
}

function figuresOf({ name, runs }: Sized, target?: TargetName): Figure[] {
  return [
    figure(`${name}: simulated`, '/s', { values: ratesOf(runs), target }),
    figure(`${name}: CPU of the workers`, 'us/sheet', { values: runs.map(({ worker }) => worker) }),
    figure(`${name}: CPU of Postgres`, 'us/sheet', {
      values: runs.map(({ postgres }) => postgres),
    }),
  ];
}
