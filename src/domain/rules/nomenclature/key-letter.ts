import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** A key letter that the sheet declares is that of the nomenclature. */
export const keyLetter: LineRule = {
  code: 'nomenclature/key-letter',
  title: 'The key letter agrees with the nomenclature',
  reference: 'NGAP (order 177-06 of 2006): an act is a key letter and a coefficient',
  concerns: (entry) => 'pricing' in entry && entry.pricing.kind === 'rating',
  check({ act, item, code }) {
    if (act?.pricing.kind !== 'rating' || item.keyLetter === null) return null;
    const expected = act.pricing.keyLetter;
    if (item.keyLetter === expected) return null;
    return deny('key-letter-mismatch', { code, declared: item.keyLetter, expected });
  },
};
