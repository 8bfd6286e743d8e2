import { Citation, COEFFICIENT, citing } from '#domain/decision/citation.ts';
import { pend } from '#domain/decision/finding.ts';
import type { PricingRule } from '#domain/decision/rule.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { unitTariff } from '#domain/money/coefficient.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';

/**
 * An act is worth its coefficient times the value of its key letter, for the provider's sector
 * and the fund. A missing value is never zero and never the submitted price: a person adds it.
 */
export const keyLetterTariff: PricingRule = {
  code: 'pricing/key-letter-tariff',
  title: 'Key letter and coefficient',
  reference: 'NGAP (order 177-06 of 2006); national reference tariff (order 1961-06 of 2006)',
  price({ act, item, terms, code, decidedOn }, { provider, sheet, reference }) {
    if (act?.pricing.kind !== 'rating' || terms === undefined) return null;
    const { keyLetter } = act.pricing;
    const coefficient = act.pricing.coefficient ?? item.coefficient;
    if (coefficient === null) return null;
    const { sector } = provider;
    const [grid, fund, date] = [terms.tariffGrid, sheet.fund, decidedOn];
    const kind = 'key-letter';
    const tariff = reference.tariff({ grid, kind, item: keyLetter, sector, fund, date });
    if (tariff === undefined) {
      return pend('tariff-missing', { code, grid, item: keyLetter, sector, fund, date });
    }
    return {
      amount: unitTariff(coefficient, tariff.amount),
      cited: cite(tariff),
      figures: [coefficient],
    };
  },
};

const cite = citing(
  ({ item, source, grid, sector, validFrom, amount }: Tariff) =>
    new Citation({
      rule: keyLetterTariff.code,
      row: 'keyLetter' in item ? item.keyLetter : null,
      source,
      looked: { coefficient: COEFFICIENT, grid, sector, validFrom, value: formatAmount(amount) },
    }),
);
