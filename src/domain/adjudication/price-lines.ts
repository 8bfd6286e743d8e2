import type { LineWork } from '../decision/line-work.ts';
import type { UnitPrice } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { applyFinding, applyStep } from './apply-step.ts';
import { PRICING_RULES } from './rule-order.ts';

/** C. The reference amount of one unit of every line that is not denied. */
export function priceLines(sheet: KnownSheet, lines: readonly LineWork[]): void {
  for (const line of lines) {
    if (line.state === 'denied' || line.terms === undefined) continue;
    for (const rule of PRICING_RULES) {
      const price = rule.price(line, sheet);
      if (price === null) continue;
      if ('verdict' in price) applyFinding(line, rule, price);
      else setPrice(line, price);
      break;
    }
  }
}

function setPrice(line: LineWork, { amount, cited, figures }: UnitPrice): void {
  applyStep(line, { cited, figures, reason: null });
  line.unitTariff = amount;
  line.sessionEligible = Math.min(line.item.unitPrice, amount) * unitsInOrder(line);
  line.coverage = line.subject && line.terms?.coverage.first(line.subject);
}

/** A technical line counts one unit whatever it declares, also where lines are put in order. */
function unitsInOrder({ item, subject, terms }: LineWork): number {
  const isTechnical = subject && terms?.session?.technical.has(subject.category);
  return isTechnical ? 1 : item.quantity;
}
