import { summariseOutcomes, summariseReasons } from '#db/reads/decision-summary.ts';
import type { Context } from '#src/context.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';
import type { DemoReport } from './report.ts';

type Verified = Pick<DemoReport, 'outcomes' | 'reasons' | 'invariants' | 'replayed' | 'holds'>;

const REASONS_SHOWN = 10;

/** Every invariant over all that was written, and every decision replayed from the record. */
export async function verify(context: Context): Promise<Verified> {
  const reader = context.database.as('auditor');
  const invariants = await checkInvariants(context);
  const { replayed, differing } = await replayDecisions(context);
  const violations = invariants.reduce((sum, result) => sum + result.violations, 0);
  return {
    outcomes: await summariseOutcomes(reader),
    reasons: await summariseReasons(reader, REASONS_SHOWN),
    invariants,
    replayed: { decisions: replayed, different: differing.length },
    holds: violations === 0 && differing.length === 0 && replayed > 0,
  };
}
