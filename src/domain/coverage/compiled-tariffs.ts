import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Dated, indexByKey, inForce } from '../calendar/periods.ts';
import { MAX_CENTIMES } from '../money/centimes.ts';
import { MAX_COEFFICIENT } from '../money/coefficient.ts';
import type { Sector } from '../nomenclature/act.ts';
import type { Tariff } from '../nomenclature/tariff.ts';

/** Which row of which grid prices something on a date, for a provider's sector and a fund. */
export interface TariffQuery {
  readonly grid: string;
  readonly kind: 'key-letter' | 'act';
  /** The key letter, or the act's code. */
  readonly item: string;
  readonly sector: Sector;
  readonly fund: string;
  readonly date: CalendarDate;
}

/** Above this value the product with a coefficient would leave the safe integers. */
const MAX_KEY_LETTER_VALUE = Math.floor(Number.MAX_SAFE_INTEGER / MAX_COEFFICIENT) - 1;

/** The look-up of tariffs: only rows in force, a fund's own row before that of every fund. */
export function compileTariffs(
  tariffs: readonly Tariff[],
): (query: TariffQuery) => Tariff | undefined {
  const rows = tariffs.filter((tariff) => tariff.status === 'in-force');
  rows.forEach(assertTariff);
  const ofFund = indexByKey(
    rows.filter((tariff) => tariff.fund !== null),
    describe,
  );
  const ofEveryFund = indexByKey(
    rows.filter((tariff) => tariff.fund === null),
    describe,
  );
  return (query) => {
    const key = `${query.grid}|${query.kind}|${query.sector}|${query.item}|`;
    return own(ofFund, key, query) ?? inForce(ofEveryFund.get(key), query.date);
  };
}

function own(
  index: Map<string, Dated<Tariff>[]>,
  key: string,
  { fund, date }: TariffQuery,
): Tariff | undefined {
  return index.size === 0 ? undefined : inForce(index.get(key + fund), date);
}

function describe(tariff: Tariff): { key: string; from: CalendarDate; to: CalendarDate | null } {
  const item =
    'keyLetter' in tariff.item
      ? `key-letter|${tariff.sector}|${tariff.item.keyLetter}`
      : `act|${tariff.sector}|${tariff.item.act}`;
  return {
    key: `${tariff.grid}|${item}|${tariff.fund ?? ''}`,
    from: tariff.validFrom,
    to: tariff.validTo,
  };
}

function assertTariff({ grid, item, amount }: Tariff): void {
  const highest = 'keyLetter' in item ? MAX_KEY_LETTER_VALUE : MAX_CENTIMES;
  if (Number.isSafeInteger(amount) && amount > 0 && amount <= highest) return;
  const name = 'keyLetter' in item ? item.keyLetter : item.act;
  throw new RangeError(`tariff ${name} of grid ${grid}: ${amount} is not a price in centimes`);
}
