import { afterAll, beforeAll, expect, test } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { adjudicateChunks } from '#src/pipeline/adjudicate/adjudicate-chunks.ts';
import { createAdjudicationParts } from '#src/pipeline/adjudicate/create-adjudication-parts.ts';
import type { Adjudicate } from '#src/pipeline/adjudicate/decide-sheets.ts';
import { expectWhole } from './expect-whole.ts';
import { faultSheet } from './fault-world.ts';
import { type FaultBench, openFaultBench } from './open-fault-bench.ts';
import { waitingChunks } from './waiting-chunks.ts';

let bench: FaultBench;
const sheets = Array.from({ length: 400 }, (_, index) => faultSheet(index));

beforeAll(async () => {
  bench = await openFaultBench('postgres');
  await bench.send(sheets);
});

afterAll(() => bench.close());

/** Decides all that waits, as the jobs of one turn do; gives what was left for another. */
async function decideAll(decide: Adjudicate): Promise<number[]> {
  const ids = await waitingChunks(bench.context);
  return adjudicateChunks(bench.context, ids, createAdjudicationParts(decide));
}

async function countDecisions(): Promise<number> {
  const { rows } = await bench.context.database
    .as('auditor')
    .query<{ count: number }>('SELECT count(*)::int AS count FROM decisions');
  return rows[0]?.count ?? 0;
}

test('slices that were sent ahead are undone when a later sheet fails', async () => {
  let decided = 0;
  const failing: Adjudicate = (input) => {
    decided += 1;
    // Neither of the sheets: nobody is set apart for it.
    if (decided === 390) throw Object.assign(new Error('cut'), { code: '57P01' });
    return adjudicate(input);
  };
  await expect(decideAll(failing)).rejects.toMatchObject({ code: 'database-unavailable' });
  expect(decided).toBe(390);
  expect(await countDecisions()).toBe(0);
});

test('sheets of several slices are decided as if one came after the other', async () => {
  expect(await decideAll(adjudicate)).toEqual([]);
  expect(await countDecisions()).toBe(sheets.length);
  await expectWhole(bench.context, bench.acknowledged);
});
