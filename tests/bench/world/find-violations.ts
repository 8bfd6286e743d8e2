import type { Context } from '#src/context.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';

const REPLAYED = 1_000;

/** One sentence for each broken invariant, and for decisions that do not replay byte for byte. */
export async function findViolations(context: Context): Promise<string[]> {
  const broken = (await checkInvariants(context)).filter(({ violations }) => violations > 0);
  const { replayed, differing } = await replayDecisions(context, { limit: REPLAYED });
  return [
    ...broken.map(
      ({ name, violations, sample }) => `${name}: ${violations} (${sample.join(', ')})`,
    ),
    ...(differing.length === 0 ? [] : [`replay: ${differing.length} of ${replayed} differ`]),
  ];
}
