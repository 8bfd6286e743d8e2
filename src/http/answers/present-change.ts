import { formatAmount } from '#domain/money/centimes.ts';
import type { Change, ChangedLine, ChangedSide } from '#domain/simulation/change-text.ts';
import { toAmounts } from '../schemas/amounts.ts';
import type { ChangeItem } from '../schemas/simulation-changes.ts';

/** A sheet that changes: by ids only, since who may see it is decided where they lead. */
export function presentChange(change: Change): ChangeItem {
  const { sheetId, insuredId, careOn, fund, provider, outcome, reasons, benefit, lines } = change;
  const side = (at: 0 | 1) => ({
    outcome: outcome[at],
    benefit: formatAmount(benefit[at]),
    reasons: [...reasons[at]],
  });
  return {
    ...{ careSheet: sheetId, insured: insuredId, careOn, fund, provider },
    before: side(0),
    after: side(1),
    difference: formatAmount(benefit[1] - benefit[0]),
    lines: lines.map(presentLine),
  };
}

function presentLine({ number, code, category, before, after }: ChangedLine) {
  return {
    ...{ number, code, category },
    before: presentSide(before),
    after: presentSide(after),
    difference: differenceOf(before, after),
  };
}

function presentSide({ outcome, amounts, reasons }: ChangedSide) {
  const presented = amounts === null ? null : toAmounts(amounts);
  return { outcome, amounts: presented, reasons: [...reasons] };
}

function differenceOf({ amounts: was }: ChangedSide, { amounts: is }: ChangedSide) {
  if (was === null || is === null) return null;
  return {
    benefit: formatAmount(is.benefit - was.benefit),
    copay: formatAmount(is.copay - was.copay),
    overCap: formatAmount(is.overCap - was.overCap),
    excess: formatAmount(is.excess - was.excess),
    disallowed: formatAmount(is.disallowed - was.disallowed),
  };
}
