import { expect, test } from 'vitest';
import { createChunkMerger } from '#src/pipeline/adjudicate/create-chunk-merger.ts';

const OPTIONS = { maxChunks: 3, maxInFlight: 1 };
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A way to decide that notes each turn and ends it when told which chunks are left. */
function turns() {
  const asked: number[][] = [];
  const ends: { leave: (left: number[]) => void; fail: (error: Error) => void }[] = [];
  const decide = (ids: readonly number[]) =>
    new Promise<number[]>((leave, fail) => {
      asked.push([...ids]);
      ends.push({ leave, fail });
    });
  return { asked, ends, decide };
}

test('what waits while a turn runs goes together, up to the limit', async () => {
  const { asked, ends, decide } = turns();
  const merge = createChunkMerger(decide, OPTIONS);
  const first = merge(1);
  await settle();
  const others = [2, 3, 4, 5].map((id) => merge(id));
  await settle();
  expect(asked).toEqual([[1]]);
  ends[0]?.leave([]);
  await first;
  await settle();
  expect(asked).toEqual([[1], [2, 3, 4]]);
  ends[1]?.leave([]);
  await settle();
  expect(asked[2]).toEqual([5]);
  ends[2]?.leave([]);
  await Promise.all(others);
});

test('a chunk without room waits on, ahead of those that came later', async () => {
  const { asked, ends, decide } = turns();
  const merge = createChunkMerger(decide, OPTIONS);
  const all = [1, 2, 3, 4].map((id) => merge(id));
  await settle();
  ends[0]?.leave([3]);
  await Promise.all([all[0], all[1]]);
  await settle();
  expect(asked).toEqual([
    [1, 2, 3],
    [3, 4],
  ]);
  ends[1]?.leave([]);
  await Promise.all(all);
});

test('a chunk that was rung twice is asked for once, and both rings end', async () => {
  const { asked, ends, decide } = turns();
  const merge = createChunkMerger(decide, OPTIONS);
  const all = [merge(7), merge(7)];
  await settle();
  expect(asked).toEqual([[7]]);
  ends[0]?.leave([]);
  await Promise.all(all);
});

test('a turn that fails fails its chunks, and the next goes on', async () => {
  const { ends, decide } = turns();
  const merge = createChunkMerger(decide, { maxChunks: 1, maxInFlight: 1 });
  const failing = merge(1);
  const following = merge(2);
  await settle();
  ends[0]?.fail(new Error('a fault'));
  await expect(failing).rejects.toThrow('a fault');
  await settle();
  ends[1]?.leave([]);
  await following;
});
