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
    if (line.terms === undefined) continue;
    if (cited === undefined || line.decidedOn !== decidedOn) {
      cited = termsStep(line, sheet.fund);
      decidedOn = line.decidedOn;
    }
    line.steps.push(cited);
  }
}

function termsStep({ terms, decidedOn, scheme }: LineWork, fund: string): StepRecord {
  const cited = new Citation({
    looked: {
      date: decidedOn,
      from: terms?.effectiveFrom ?? '',
      fund,
      scheme: scheme ?? '',
      to: terms?.effectiveTo ?? '',
    },
    row: terms?.id ?? '',
    rule: rulesetInForce.code,
  });
  return { cited, figures: NO_FIGURES, reason: null };
}
