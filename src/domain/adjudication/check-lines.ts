import type { LineWork } from '../decision/line-work.ts';
import type { LineRule } from '../decision/rule.ts';
import type { KnownSheet, SheetFacts } from '../decision/sheet-facts.ts';
import type { Step } from '../decision/step.ts';
import { applyFinding } from './apply-effect.ts';
import { LINE_RULES } from './rule-order.ts';

/** B. Every failure of each line. */
export function checkLines(sheet: KnownSheet, lines: readonly LineWork[]): void {
  for (const line of lines) citeTerms(sheet, line, lines);
  for (const rule of LINE_RULES) applyLineRule(rule, sheet, lines);
}

/** Asks one rule of every line, so that a rule may look at what it said of the others. */
export function applyLineRule(rule: LineRule, sheet: KnownSheet, lines: readonly LineWork[]): void {
  for (const line of lines) {
    const finding = rule.check(line, sheet);
    if (finding !== null) applyFinding(line, rule, finding);
  }
}

/** The first step of a line names the ruleset that decides it. */
function citeTerms(sheet: SheetFacts, line: LineWork, lines: readonly LineWork[]): void {
  const { terms, decidedOn, scheme } = line;
  if (terms === undefined) return;
  const same = lines[0];
  const shared = same !== line && same?.decidedOn === decidedOn ? same.steps[0] : undefined;
  line.steps.push(shared ?? termsStep(sheet, { terms, decidedOn, scheme }));
}

function termsStep(
  { sheet }: SheetFacts,
  { terms, decidedOn, scheme }: Pick<LineWork, 'terms' | 'decidedOn' | 'scheme'>,
): Step {
  return {
    rule: 'entitlement/ruleset-in-force',
    row: terms?.id ?? '',
    looked: {
      date: decidedOn,
      scheme: scheme ?? '',
      fund: sheet.fund,
      from: terms?.effectiveFrom ?? '',
      to: terms?.effectiveTo ?? '',
    },
  };
}
