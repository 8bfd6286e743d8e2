import type { CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import { Citation } from '../decision/citation.ts';
import type { LineWork } from '../decision/line-work.ts';
import { NO_FIGURES, type StepRecord } from '../decision/step.ts';
import { rulesetInForce } from '../rules/entitlement/ruleset-in-force.ts';
import type { SheetWork } from './sheet-work.ts';

/** The first step of a line names the ruleset that decides it; lines of one date share it. */
export function citeTerms({ lines, sheet }: SheetWork): void {
  let cited: StepRecord | undefined;
  let decidedOn = '';
  for (const line of lines) {
    const { terms } = line;
    if (terms === undefined) continue;
    if (cited === undefined || line.decidedOn !== decidedOn) {
      cited = termsStep(terms, line, sheet.fund);
      decidedOn = line.decidedOn;
    }
    line.steps.push(cited);
  }
}

interface KnownStep {
  readonly scheme: string;
  readonly fund: string;
  readonly step: StepRecord;
}

type StepsOfDay = Map<string, KnownStep[]>;

/** Sheets of a day and a scheme cite the same, and what is cited is written as JSON once. */
const known = new WeakMap<CompiledRuleset, StepsOfDay>();

/** Care of some years; with more, all are forgotten. */
const MOST_DAYS = 2_000;
/** Of schemes and funds: a sheet may name a fund that there is not. */
const MOST_STEPS = 32;

function termsStep(
  terms: CompiledRuleset,
  { decidedOn, scheme: ofLine }: LineWork,
  fund: string,
): StepRecord {
  const scheme = ofLine ?? '';
  const steps = stepsOn(terms, decidedOn);
  for (const each of steps) if (each.scheme === scheme && each.fund === fund) return each.step;
  const step = makeStep(terms, { date: decidedOn, scheme, fund });
  if (steps.length >= MOST_STEPS) steps.length = 0;
  steps.push({ scheme, fund, step });
  return step;
}

function stepsOn(terms: CompiledRuleset, date: string): KnownStep[] {
  let days = known.get(terms);
  if (days === undefined || days.size > MOST_DAYS) {
    days = new Map();
    known.set(terms, days);
  }
  let steps = days.get(date);
  if (steps === undefined) {
    steps = [];
    days.set(date, steps);
  }
  return steps;
}

function makeStep(
  { effectiveFrom, effectiveTo, id }: CompiledRuleset,
  { date, scheme, fund }: { date: string; scheme: string; fund: string },
): StepRecord {
  const cited = new Citation({
    looked: { date, from: effectiveFrom, fund, scheme, to: effectiveTo ?? '' },
    row: id,
    rule: rulesetInForce.code,
  });
  return { cited, figures: NO_FIGURES, reason: null };
}
