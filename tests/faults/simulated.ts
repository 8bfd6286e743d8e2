// What tests of simulations under faults ask of a bench, of stored sheets and of a file alike.
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { readChanges } from '#domain/simulation/change-text.ts';
import { until } from '#tests/harness/until.ts';
import { untilQuiet } from './expect-whole.ts';
import { cappedRuleset, FAMILIES } from './fault-world.ts';
import type { FaultBench } from './open-fault-bench.ts';

/** The capped ruleset with another cap. */
export function cappedAt(amount: string): RulesetDocument {
  const ruleset = cappedRuleset();
  return { ...ruleset, caps: ruleset.caps.map((cap) => ({ ...cap, amount })) };
}

export async function ask<Row extends object>(
  { context }: FaultBench,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await context.database.as('auditor').query<Row>(text, values);
  return rows;
}

export async function fundIdOf(bench: FaultBench): Promise<number> {
  const found = await ask<{ id: number }>(
    bench,
    `SELECT id FROM organisations WHERE code = 'CNSS'`,
  );
  return found[0]?.id ?? 0;
}

export async function statusOf(bench: FaultBench, id: number): Promise<string | undefined> {
  const statement = 'SELECT status FROM simulations WHERE id = $1';
  const found = await ask<{ status: string }>(bench, statement, [id]);
  return found[0]?.status;
}

/** Waits until it is done. */
export async function reportOf(bench: FaultBench, id: number): Promise<string> {
  await until(async () => (await statusOf(bench, id)) === 'done');
  const statement = 'SELECT report FROM simulations WHERE id = $1';
  const found = await ask<{ report: string }>(bench, statement, [id]);
  return found[0]?.report ?? '';
}

export async function changesOf(bench: FaultBench, id: number) {
  const rows = await ask<{ changes: string }>(
    bench,
    'SELECT changes FROM simulation_changes WHERE simulation_id = $1 ORDER BY shard, place',
    [id],
  );
  return rows.flatMap(({ changes }) => readChanges(changes));
}

/** Day by day, so that none arrives late. */
export async function decideByDay(bench: FaultBench, sheets: readonly CareSheet[]): Promise<void> {
  const worker = await bench.startWorker();
  for (let first = 0; first < sheets.length; first += FAMILIES) {
    await bench.send(sheets.slice(first, first + FAMILIES));
    await untilQuiet(bench.context);
  }
  await worker.kill('SIGTERM');
}

/** The content of every table that is no simulation's, nor the audit's. */
export async function liveTables(bench: FaultBench): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    bench,
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
       AND relname !~ '^simulation|^audit|^signing_keys$|^api_client_secrets$'
       AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const contents: string[] = [];
  for (const { name } of tables) {
    const [row] = await ask<{ hash: string }>(
      bench,
      `SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS hash
       FROM ${name} t`,
    );
    contents.push(`${name} ${row?.hash}`);
  }
  return contents;
}
