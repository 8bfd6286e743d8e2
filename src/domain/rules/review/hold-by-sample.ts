import { pend } from '#domain/decision/finding.ts';
import type { HoldRule } from '#domain/decision/rule.ts';
import { FULL_RATE, formatRate, type Rate } from '#domain/money/rate.ts';

/** A share of all sheets is seen by a person, drawn from the sheet's number: always the same. */
export const holdBySample: HoldRule = {
  code: 'review/hold-by-sample',
  title: 'Review of a sample',
  reference: 'Holds of the ruleset: internal control',
  check({ sheet }, hold) {
    if (hold.kind !== 'sample' || drawOf(sheet.number) >= hold.share) return null;
    return pend('review-sample', { row: hold.code, share: formatRate(hold.share) }, hold);
  },
};

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A number of 0 to 9,999 that spreads evenly over sheet numbers: FNV-1a, 32 bits. */
function drawOf(text: string): Rate {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), FNV_PRIME);
    hash = Math.imul(hash ^ (unit >>> 8), FNV_PRIME);
  }
  return Math.floor(((hash >>> 0) * FULL_RATE) / 2 ** 32);
}
