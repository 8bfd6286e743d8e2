import { expect, test } from 'vitest';
import { inOrder } from '#src/client/in-order.ts';
import { inParallel } from '#src/client/in-parallel.ts';

test('never more than its width at once, and every item', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('after a failure no further item is begun', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    await new Promise((resolve) => setImmediate(resolve));
    if (item === 2) throw new Error('away');
  };
  await expect(inParallel([1, 2, 3, 4, 5, 6, 7, 8], 2, work)).rejects.toThrow('away');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(begun.length).toBeLessThanOrEqual(4);
});

test('results come out in the order of their items', () => {
  const out: string[] = [];
  const tell = inOrder<string>((result) => void out.push(result));
  tell(1, 'b');
  tell(2, 'c');
  expect(out).toEqual([]);
  tell(0, 'a');
  tell(3, 'd');
  expect(out).toEqual(['a', 'b', 'c', 'd']);
});
