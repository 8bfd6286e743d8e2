import { repeat } from './repeat.ts';

const WARM_UP_MS = 800;
const MEASURED_MS = 1_000;
/** Short as they are, fewer would say nothing of their spread. */
const FEWEST_REPETITIONS = 3;
/** Started together where the work is asynchronous, so that no engine waits for its own answer. */
const GROUP = 20;

/**
 * How often a second of this process's CPU does a piece of work, once for each repetition. CPU
 * rather than time, so that neighbours on the machine do not count.
 */
export async function perCoreSecond<T>(
  items: readonly T[],
  work: (item: T) => unknown,
  { repetitions }: { readonly repetitions: number },
): Promise<number[]> {
  await runFor(WARM_UP_MS, items, work);
  return repeat(Math.max(FEWEST_REPETITIONS, repetitions), () => runFor(MEASURED_MS, items, work));
}

async function runFor<T>(
  milliseconds: number,
  items: readonly T[],
  work: (item: T) => unknown,
): Promise<number> {
  const before = process.cpuUsage();
  const end = performance.now() + milliseconds;
  let done = 0;
  for (let from = 0; performance.now() < end; from = (from + GROUP) % items.length) {
    const results = items.slice(from, from + GROUP).map(work);
    if (results[0] instanceof Promise) await Promise.all(results);
    done += results.length;
  }
  const { user, system } = process.cpuUsage(before);
  return (done / (user + system)) * 1e6;
}
