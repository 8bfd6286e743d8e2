import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';
import { formatCoefficient } from '#domain/money/coefficient.ts';

/**
 * A declared coefficient is that of the nomenclature; where the nomenclature leaves it to the
 * sheet, the sheet states it.
 */
export const coefficient: LineRule = {
  code: 'nomenclature/coefficient',
  title: 'The coefficient agrees with the nomenclature',
  reference: 'NGAP (order 177-06 of 2006): an act is a key letter and a coefficient',
  concerns: (entry) => 'pricing' in entry && entry.pricing.kind === 'rating',
  check({ act, item, code }) {
    if (act?.pricing.kind !== 'rating') return null;
    const expected = act.pricing.coefficient;
    const declared = item.coefficient;
    if (declared === null) {
      if (expected !== null) return null;
      return deny('rating-missing', { code, keyLetter: act.pricing.keyLetter });
    }
    if (expected === null || declared === expected) return null;
    return deny('coefficient-mismatch', {
      code,
      declared: formatCoefficient(declared),
      expected: formatCoefficient(expected),
    });
  },
};
