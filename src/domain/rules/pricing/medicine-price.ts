import { Citation, citing } from '#domain/decision/citation.ts';
import { pend } from '#domain/decision/finding.ts';
import type { PricingRule } from '#domain/decision/rule.ts';
import { NO_FIGURES } from '#domain/decision/step.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';

const SOURCE = 'referential of reimbursable medicines';

/**
 * A medicine is worth the lesser of its public and its base price, which already is that of the
 * generic; in a stay its hospital price, where it has one. A base price of 0 waits for a person,
 * in a stay too.
 */
export const medicinePrice: PricingRule = {
  code: 'pricing/medicine-price',
  title: 'Medicine price',
  reference: 'Decree 2-05-736, art. 1: on the generic’s price where there is one',
  price({ medicine, code, decidedOn }, { setting }) {
    if (medicine === undefined) return null;
    const { publicPrice, hospitalPrice, basePrice } = medicine;
    if (basePrice === 0) return pend('base-price-missing', { code, date: decidedOn });
    if (setting === 'stay' && hospitalPrice > 0) {
      return { amount: hospitalPrice, cited: citeInStay(medicine), figures: NO_FIGURES };
    }
    if (publicPrice === 0) return pend('base-price-missing', { code, date: decidedOn });
    const amount = Math.min(publicPrice, basePrice);
    return { amount, cited: cite(medicine), figures: NO_FIGURES };
  },
};

const cite = citing(
  ({ code, basePrice, publicPrice, validFrom }: Medicine) =>
    new Citation({
      ...{ rule: medicinePrice.code, row: code, source: SOURCE },
      looked: {
        basePrice: formatAmount(basePrice),
        publicPrice: formatAmount(publicPrice),
        validFrom,
      },
    }),
);

const citeInStay = citing(
  ({ code, hospitalPrice, validFrom }: Medicine) =>
    new Citation({
      ...{ rule: medicinePrice.code, row: code, source: SOURCE },
      looked: { hospitalPrice: formatAmount(hospitalPrice), validFrom },
    }),
);
