import type { LineWork } from '../decision/line-work.ts';
import type { LineRule } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import { applyFinding } from './apply-step.ts';
import { DAY_RULES, LINE_RULES } from './rule-order.ts';
import type { SheetWork } from './sheet-work.ts';

type KnownWork = SheetWork & KnownSheet;

/** Asks each rule of every such line, so that a rule may look at what it said of the others. */
export function checkLines(
  rules: readonly LineRule[],
  sheet: KnownWork,
  isSuch: (line: LineWork) => boolean,
): void {
  for (const rule of rules) {
    for (const line of sheet.lines) if (isSuch(line)) check(rule, line, sheet);
  }
}

/** What is wrong with a day is wrong with each of its lines. */
export function checkDays(sheet: KnownWork): void {
  for (const rule of DAY_RULES) {
    let asked: LineWork | undefined;
    let finding: ReturnType<LineRule['check']> = null;
    for (const line of sheet.lines) {
      if (line.decidedOn !== asked?.decidedOn) finding = rule.check(line, sheet);
      asked = line;
      if (finding !== null) applyFinding(line, rule, finding);
    }
  }
}

/** Asks of each line the rules that may have something to say of its act or medicine. */
export function checkItems(sheet: KnownWork): void {
  for (const line of sheet.lines) {
    for (const rule of rulesOf(line.act ?? line.medicine)) check(rule, line, sheet);
  }
}

function check(rule: LineRule, line: LineWork, sheet: KnownSheet): void {
  const finding = rule.check(line, sheet);
  if (finding !== null) applyFinding(line, rule, finding);
}

const concerned = new WeakMap<Act | Medicine, readonly LineRule[]>();

function rulesOf(entry: Act | Medicine | undefined): readonly LineRule[] {
  if (entry === undefined) return LINE_RULES;
  const known = concerned.get(entry);
  if (known !== undefined) return known;
  const rules = LINE_RULES.filter((rule) => rule.concerns?.(entry) ?? true);
  concerned.set(entry, rules);
  return rules;
}
