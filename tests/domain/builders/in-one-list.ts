import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import type {
  EncodedGrounds,
  EncodedOutcome,
} from '#domain/adjudication/content/encoded-decision.ts';
import type { DecisionContent } from '#domain/decision/decision.ts';

/** A decision as it was stored before its outcome had a line of its own. */
export function inOneList(decision: DecisionContent): string {
  const [first = '', second = ''] = encodeDecision(decision).split('\n');
  const [, outcome, reasons, rulesets, lines, totals] = JSON.parse(first) as EncodedOutcome;
  const [shapes, citations, fund, scheme, kind, key, ...steps] = JSON.parse(
    second,
  ) as EncodedGrounds;
  const whole = lines.map((each, index) => [...each, ...(steps[index] ?? [])]);
  const who = [outcome, fund, scheme, kind, key, totals, reasons];
  return JSON.stringify([2, shapes, citations, rulesets, whole, ...who]);
}
