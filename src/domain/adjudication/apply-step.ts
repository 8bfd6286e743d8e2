import { Citation } from '../decision/citation.ts';
import type { Finding } from '../decision/finding.ts';
import type { LineWork } from '../decision/line-work.ts';
import { TO_DISALLOWED } from '../decision/move.ts';
import type { RuleText } from '../decision/rule.ts';
import { NO_FIGURES, type StepRecord } from '../decision/step.ts';
import { moveAmounts } from './move-amounts.ts';

/** Moves amounts, keeps the step and tells the reason, where there is one. */
export function applyStep(line: LineWork, step: StepRecord): void {
  writeStep(line, step);
  if (step.reason !== null) line.reasons.push(step.reason);
}

/** Moves amounts and keeps the step; the headings are therefore what the steps replay to. */
function writeStep(line: LineWork, step: StepRecord): void {
  moveAmounts(line.headings, step);
  line.steps.push(step);
}

/** Refuses a line, makes it wait, or remarks on it. A refused line waits for nothing. */
export function applyFinding(line: LineWork, rule: RuleText, finding: Finding): void {
  const { verdict } = finding;
  if (verdict === 'pend' && line.state === 'denied') return;
  applyStep(line, stepOf(line, rule, finding));
  if (verdict === 'deny') line.state = 'denied';
  if (verdict === 'pend') line.state = 'pended';
}

/** Refuses a line for a reason of its sheet: the step cites it, the sheet tells it once. */
export function refuseWithSheet(line: LineWork, rule: RuleText, finding: Finding): void {
  writeStep(line, stepOf(line, rule, finding));
  line.state = 'denied';
}

function stepOf({ headings }: LineWork, rule: RuleText, finding: Finding): StepRecord {
  const { verdict, reason, row } = finding;
  const given = { rule: rule.code, row: row?.code ?? null, source: row?.source ?? null };
  if (verdict !== 'deny') return { cited: new Citation(given), figures: NO_FIGURES, reason };
  const cited = new Citation({ ...given, moves: [TO_DISALLOWED] });
  return { cited, figures: [headings.submitted], reason };
}
