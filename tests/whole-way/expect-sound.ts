import { expect } from 'vitest';
import type { Context } from '#src/context.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { type ReplayOptions, replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';

/** Every invariant holds, and decisions replay byte for byte; gives how many of them. */
export async function expectSound(context: Context, options: ReplayOptions = {}): Promise<number> {
  const results = await checkInvariants(context);
  expect(results.filter(({ violations }) => violations > 0)).toEqual([]);
  const { replayed, differing } = await replayDecisions(context, options);
  expect(replayed).toBeGreaterThan(0);
  expect(differing).toEqual([]);
  return replayed;
}
