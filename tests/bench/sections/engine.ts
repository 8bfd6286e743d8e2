import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import type { Bench } from '../bench.ts';
import { bareArithmetic } from '../engines/bare-arithmetic.ts';
import { openJsonRules } from '../engines/json-rules.ts';
import { makeCases } from '../engines/our-engine.ts';
import type { Task } from '../engines/task.ts';
import { openZen } from '../engines/zen-engine.ts';
import { perCoreSecond } from '../measure/per-core-second.ts';
import { ratios } from '../measure/repeat.ts';
import { spread } from '../measure/spread.ts';
import { type Figure, figure, type Section } from '../section.ts';

/** One thread; sheets a second of CPU, the collector of garbage and threads of addons included. */
export const engine: Section = {
  name: 'engine',
  title: 'the engine alone, four lines a sheet, against others on one coverage table and one cap',
  inQuick: true,
  run,
};

async function run(bench: Bench): Promise<readonly Figure[]> {
  const { table, shipped } = makeCases(bench);
  const tasks = table.map(({ task }) => task);
  const zen = openZen({ trace: false });
  const tracing = openZen({ trace: true });
  const jsonRules = openJsonRules();
  await assertEqual(tasks, { zen: zen.decide, jsonRules, bareArithmetic });
  const measure = <T>(items: readonly T[], work: (item: T) => unknown) =>
    perCoreSecond(items, work, bench.options);
  const ours = await measure(table, ({ input }) => adjudicate(input));
  const rates = {
    shipped: await measure(shipped, adjudicate),
    tableStored: await measure(table, ({ input }) => decideAndEncode(input)),
    shippedStored: await measure(shipped, decideAndEncode),
    zen: await measure(tasks, zen.decide),
    tracing: await measure(tasks, tracing.decide),
    jsonRules: await measure(tasks, jsonRules),
    bare: await measure(tasks, bareArithmetic),
  };
  zen.close();
  tracing.close();
  const against = (limit: readonly number[]) => ratios(ours, spread(limit).median);
  const unit = 'sheets/s/core';
  return [
    figure('Tasfiya, all rules, explained: table + cap', unit, {
      ...{ values: ours, target: 'engine-rate' },
    }),
    figure('Tasfiya, the shipped rules, explained', unit, {
      values: rates.shipped,
      target: 'engine-rate',
    }),
    figure('Tasfiya, table + cap, stored content written', unit, { values: rates.tableStored }),
    figure('Tasfiya, shipped rules, stored content written', unit, {
      values: rates.shippedStored,
    }),
    figure('stored content of a usual sheet', 'bytes', { values: [contentBytes(shipped)] }),
    figure('limit: GoRules ZEN, table + cap only', unit, { values: rates.zen }),
    figure('limit: GoRules ZEN, with its trace', unit, { values: rates.tracing }),
    figure('limit: json-rules-engine, table + cap only', unit, { values: rates.jsonRules }),
    figure('limit: bare integer arithmetic', unit, { values: rates.bare }),
    figure('Tasfiya / ZEN', 'x', { values: against(rates.zen), target: 'engine-to-zen' }),
    figure('Tasfiya / ZEN with its trace', 'x', { values: against(rates.tracing) }),
    figure('Tasfiya / json-rules-engine', 'x', { values: against(rates.jsonRules) }),
    figure('Tasfiya / bare arithmetic', 'x', { values: against(rates.bare) }),
  ];
}

function decideAndEncode(input: DecisionInput): string {
  return encodeDecision(adjudicate(input));
}

/** Of the sheet in the middle. */
function contentBytes(inputs: readonly DecisionInput[]): number {
  return spread(inputs.map((input) => Buffer.byteLength(decideAndEncode(input)))).median;
}

/** A comparison of engines that come to different sums would say nothing. */
async function assertEqual(
  tasks: readonly Task[],
  engines: Readonly<Record<string, (task: Task) => number | Promise<number>>>,
): Promise<void> {
  for (const [name, decide] of Object.entries(engines)) {
    for (const task of tasks.slice(0, 200)) {
      const benefit = await decide(task);
      if (benefit === task.benefit) continue;
      throw new Error(`${name} pays ${benefit} for ${JSON.stringify(task)}`);
    }
  }
}
