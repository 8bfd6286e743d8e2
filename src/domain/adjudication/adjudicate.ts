import type { Decision } from '../decision/decision.ts';
import type { DecisionInput } from '../decision/decision-input.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { DecidedSheet } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { checkDays, checkItems, checkLines } from './check-lines.ts';
import { checkSheet } from './check-sheet.ts';
import { citeTerms } from './cite-terms.ts';
import { conclude } from './conclude.ts';
import { decideDays } from './decide-days.ts';
import { assertDecision } from './invariants.ts';
import { priceLines } from './price-lines.ts';
import { readSheet } from './read-sheet.ts';
import { reviewSheet } from './review-sheet.ts';
import { COVERAGE_RULES, DEMAND_RULES, DUPLICATE_RULES } from './rule-order.ts';
import type { SheetWork } from './sheet-work.ts';

/**
 * Decides a care sheet: what is owed, to whom, and why. The same input gives the same decision,
 * byte for byte in its canonical JSON, whatever the order of any list in it.
 */
export function adjudicate(input: DecisionInput): Decision {
  const work = readSheet(input);
  citeTerms(work);
  checkSheet(work);
  const decided = isKnown(work) ? decideLines(work) : null;
  const decision = conclude(work, decided);
  assertDecision(decision);
  return decision;
}

/** B to H. A sheet that is denied as a whole is still told what is wrong with its lines. */
function decideLines(work: SheetWork & KnownSheet): DecidedSheet | null {
  const { lines } = work;
  checkDays(work);
  checkItems(work);
  if (work.state === 'denied') return null;
  priceLines(work, lines);
  checkLines(DUPLICATE_RULES, work, isAny);
  checkLines(COVERAGE_RULES, work, isPriced);
  checkLines(DEMAND_RULES, work, isStanding);
  const decided = decideDays(work, lines);
  reviewSheet(work, decided);
  return decided;
}

function isKnown(work: SheetWork): work is SheetWork & KnownSheet {
  return work.insured !== undefined && work.patient !== undefined && work.provider !== undefined;
}

function isAny(): boolean {
  return true;
}

function isStanding({ state }: LineWork): boolean {
  return state !== 'denied';
}

function isPriced({ state, unitTariff }: LineWork): boolean {
  return state !== 'denied' && unitTariff !== null;
}
