import { Citation, citing } from '#domain/decision/citation.ts';
import { pend } from '#domain/decision/finding.ts';
import type { PricingRule } from '#domain/decision/rule.ts';
import { NO_FIGURES } from '#domain/decision/step.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';

/** A package has one price for all it contains; a per-diem is the package of one day. */
export const packagePrice: PricingRule = {
  code: 'pricing/package-price',
  title: 'Package price',
  reference: 'National reference tariff (order 1961-06 of 2006), grids 2 to 7',
  price({ act, terms, code, decidedOn }, { provider, sheet, reference }) {
    if (act?.pricing.kind !== 'package' || terms === undefined) return null;
    const { sector } = provider;
    const [grid, fund, date] = [terms.tariffGrid, sheet.fund, decidedOn];
    const tariff = reference.tariff({ grid, kind: 'act', item: code, sector, fund, date });
    if (tariff === undefined) {
      return pend('tariff-missing', { code, grid, item: code, sector, fund, date });
    }
    return { amount: tariff.amount, cited: cite(tariff), figures: NO_FIGURES };
  },
};

const cite = citing(
  ({ item, source, grid, sector, validFrom, amount }: Tariff) =>
    new Citation({
      rule: packagePrice.code,
      row: 'act' in item ? item.act : null,
      source,
      looked: { grid, price: formatAmount(amount), sector, validFrom },
    }),
);
