import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import type { LoadResult } from '../load/load-order.ts';
import { type Figure, figure, type Section } from '../section.ts';
import type { Installation } from '../world/installation.ts';
import { sheetNumber } from '../world/sheet-stock.ts';
import { takeTokens } from '../world/tokens.ts';

/** kill -9 of each process and an immediate stop of Postgres, under clients that try again. */
export const crash: Section = {
  name: 'crash',
  title: 'kill -9 of API, worker, Redis and Postgres under load with client retries',
  inQuick: true,
  run,
};

const PAUSE_MS = 2_000;

function run(bench: Bench): Promise<readonly Figure[]> {
  const rounds = bench.options.quick ? 1 : 3;
  return bench.onProduct({}, async (installation) => {
    const tokens = await takeTokens(installation.url, bench.clients.clinics);
    const sending = bench.loader.run({
      url: new URL('/v1/care-sheets', installation.url).href,
      ...{ tokens, first: 0, connections: 48, pace: { kind: 'patient' } },
    });
    const faults = faultsOf(bench, installation);
    for (let round = 0; round < rounds; round += 1) {
      for (const fault of faults) {
        await sleep(PAUSE_MS);
        await fault();
      }
    }
    await sleep(PAUSE_MS);
    bench.loader.stop();
    const result = await sending;
    await installation.untilQuiet();
    return verify(bench, installation, { result, crashes: rounds * faults.length });
  });
}

function faultsOf({ servers }: Bench, installation: Installation) {
  return [
    () => installation.crashWorkers(),
    () => installation.crashApi(),
    () => servers.crashRedis(),
    () => servers.crashPostgres(),
  ];
}

interface Stored {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly finals: number;
}

/** What was acknowledged is there under its id, decided once or pended; nothing else is there. */
async function verify(
  bench: Bench,
  { context }: Installation,
  { result, crashes }: { result: LoadResult; crashes: number },
): Promise<Figure[]> {
  const { rows } = await context.database.as('auditor').query<Stored>(
    `SELECT s.id, s.number, s.status, count(d.*)::int AS finals FROM care_sheets s
     LEFT JOIN decisions d ON d.sheet_id = s.id AND d.outcome <> 'pended'
     GROUP BY s.id, s.number, s.status`,
  );
  const stored = new Map(rows.map((row) => [row.number, row]));
  const missing = [...result.indexes].filter(
    (index, place) => stored.get(sheetNumber(index))?.id !== result.ids[place],
  ).length;
  const open = rows.filter(({ status }) => !['decided', 'pended'].includes(status)).length;
  const twice = rows.filter(({ status, finals }) => finals !== Number(status === 'decided')).length;
  const surplus = rows.length - result.indexes.length;
  const faults = { missing, open, 'decided not once': twice, 'never acknowledged': surplus };
  for (const [name, count] of Object.entries(faults)) {
    if (count !== 0) bench.violated(`crash run: ${count} sheets ${name}`);
  }
  const one = (name: string, unit: string, value: number) =>
    figure(name, unit, { values: [value] });
  return [
    one('crashes', '', crashes),
    one('acknowledged', 'sheets', result.indexes.length),
    one('requests that failed and were repeated', '', failures(result)),
    ...Object.entries(faults).map(([name, count]) => one(name, 'sheets', count)),
    one('longest time without an answer', 'ms', longestGap(result.answeredAt)),
  ];
}

function failures({ statuses }: LoadResult): number {
  const failed = Object.entries(statuses).filter(([status]) => status !== '202');
  return failed.reduce((sum, [, count]) => sum + count, 0);
}

function longestGap(times: Float64Array): number {
  return times.reduce((gap, at, index) => Math.max(gap, at - (times[index - 1] ?? at)), 0);
}
