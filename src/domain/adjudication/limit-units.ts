import type { LineWork } from '../decision/line-work.ts';
import type { Allowance, Usage } from '../decision/rule.ts';
import { applyStep } from './apply-step.ts';
import { ELIGIBLE_RULES, LIMIT_RULES } from './rule-order.ts';

/** D. The units that the limits leave to a line, and what of them is eligible. */
export function limitUnits(line: LineWork, usage: Usage, isUnpaid: boolean): void {
  for (const rule of LIMIT_RULES) {
    for (const allowance of rule.limit(line, usage)) {
      if (line.units > 0) allow(line, allowance);
    }
  }
  if (line.units === 0) {
    line.state = 'denied';
    line.countedUnder = [];
    return;
  }
  line.paidUnits = isUnpaid ? 0 : line.units;
  for (const rule of ELIGIBLE_RULES) applyStep(line, rule.apply(line));
  line.allowedEligible = line.headings.submitted;
  line.eligible = line.allowedEligible;
}

function allow(line: LineWork, allowance: Allowance): void {
  const { units, countsUnder, cited, reason } = allowance;
  const amount = (line.units - units) * line.item.unitPrice;
  applyStep(line, { cited, figures: [...allowance.figures, amount], reason });
  if (units < line.units) line.reduced = true;
  line.units = units;
  if (countsUnder !== null) line.countedUnder.push(countsUnder);
}
