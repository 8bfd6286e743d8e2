import type { SheetOutcome } from '../decision/decision.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Standing, StandingLine } from './standing.ts';

/** A sheet as it stands decided, and as it would under what is simulated. */
export interface ComparedSheet {
  readonly sheetId: number;
  /** null where the insured is on no record. */
  readonly insuredId: number | null;
  readonly fund: string;
  readonly provider: string;
  /** Of each line, in their order; what the nomenclature does not know is "unknown". */
  readonly categories: readonly string[];
  readonly before: Standing;
  readonly after: Standing;
  readonly isChanged: boolean;
}

export function isFinal(outcome: SheetOutcome): boolean {
  return outcome !== 'pended';
}

/** What the fund pays; nothing while the sheet is pended. */
export function benefitOf({ outcome, lines }: Standing): Centimes {
  if (!isFinal(outcome)) return 0;
  let benefit = 0;
  for (const { amounts } of lines) benefit += amounts?.benefit ?? 0;
  return benefit;
}

/** Whether the outcome, a reason or a final amount differs; provisional amounts owe nothing. */
export function isChanged(before: Standing, after: Standing): boolean {
  if (before.outcome !== after.outcome || !isSame(before.reasons, after.reasons)) return true;
  const countsAmounts = isFinal(after.outcome);
  for (let index = 0; index < after.lines.length; index += 1) {
    const [was, is] = [before.lines[index], after.lines[index]];
    if (was === undefined || is === undefined) return true;
    const { reasons, amounts } = changeBetween(was, is);
    if (reasons || (countsAmounts && amounts)) return true;
  }
  return false;
}

/** What differs between the two sides of a line; its outcome goes with its reasons. */
export function changeBetween(
  was: StandingLine,
  is: StandingLine,
): { readonly reasons: boolean; readonly amounts: boolean } {
  return {
    reasons: was.outcome !== is.outcome || !isSame(was.reasons, is.reasons),
    amounts: differ(was.amounts, is.amounts),
  };
}

function differ(a: StandingLine['amounts'], b: StandingLine['amounts']): boolean {
  if (a === null || b === null) return a !== b;
  return (
    a.benefit !== b.benefit ||
    a.copay !== b.copay ||
    a.overCap !== b.overCap ||
    a.excess !== b.excess ||
    a.disallowed !== b.disallowed
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
