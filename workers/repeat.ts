import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '#src/context.ts';

/** Repeats a step until the signal ends it; a failure is logged and the next turn tries again. */
export async function repeat(
  context: Context,
  {
    name,
    everyMs,
    step,
    signal,
  }: {
    name: string;
    everyMs: number;
    step: () => Promise<unknown>;
    signal: AbortSignal;
  },
): Promise<void> {
  while (!signal.aborted) {
    await step().catch((error: unknown) => {
      context.logger.warn({ err: error, task: name }, 'a scheduled task failed; it is tried again');
    });
    await delay(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
