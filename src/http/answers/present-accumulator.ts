import type { LineDecision } from '#domain/decision/decision.ts';
import type { Step } from '#domain/decision/step.ts';
import { cap } from '#domain/rules/cost-sharing/cap.ts';
import { unitLimit } from '#domain/rules/limits/unit-limit.ts';
import type { StepAccumulator } from '../schemas/step-accumulator.ts';

/**
 * What a step counted before and after it, where it counts anything. A line that is paid nothing
 * uses no unit.
 */
export function presentAccumulator(
  { rule, row = '', source = '', looked = {} }: Step,
  { amounts, unitsAllowed }: LineDecision,
): StepAccumulator | null {
  if (rule === cap.code) {
    const { capAmount: limit = '', before = '', after = '' } = looked;
    return { row, kind: 'benefit', limit, before, after, source };
  }
  if (rule !== unitLimit.code) return null;
  const { maxUnits: limit = '', used: before = '' } = looked;
  const taken = (amounts?.benefit ?? 0) > 0 ? unitsAllowed : 0;
  return { row, kind: 'units', limit, before, after: String(Number(before) + taken), source };
}
