import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; fails after a time that no working system needs. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Still not after ${limitMs} ms: ${holds}`);
    await sleep(20);
  }
}
