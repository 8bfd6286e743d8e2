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
  const index = indexTariffs(rows);
  return ({ grid, kind, item, sector, fund, date }) => {
    const versions = index.get(grid)?.[sector][kind].get(item);
    if (versions === undefined) return undefined;
    return inForce(versions.ofFund.get(fund), date) ?? inForce(versions.ofEveryFund, date);
  };
}

/** The versions of one price. */
interface Versions {
  readonly ofFund: ReadonlyMap<string, readonly Dated<Tariff>[]>;
  readonly ofEveryFund: readonly Dated<Tariff>[];
}

type OfSector = Record<TariffQuery['kind'], Map<string, Versions>>;

type OfGrid = Record<Sector, OfSector>;

/** By grid, sector, kind and item: so no look-up has to put a key together. */
function indexTariffs(rows: readonly Tariff[]): Map<string, OfGrid> {
  const byKey = indexByKey(rows, (tariff) => ({
    key: JSON.stringify([tariff.grid, tariff.sector, tariff.item, tariff.fund]),
    from: tariff.validFrom,
    to: tariff.validTo,
  }));
  const grids = new Map<string, OfGrid>();
  for (const versions of byKey.values()) {
    const [first] = versions;
    if (first !== undefined) addVersions(grids, first.row, versions);
  }
  return grids;
}

function addVersions(
  grids: Map<string, OfGrid>,
  { grid, sector, item, fund }: Tariff,
  versions: readonly Dated<Tariff>[],
): void {
  const ofGrid = grids.get(grid) ?? { public: emptySector(), private: emptySector() };
  grids.set(grid, ofGrid);
  const [kind, name] =
    'keyLetter' in item ? (['key-letter', item.keyLetter] as const) : (['act', item.act] as const);
  const known = ofGrid[sector][kind].get(name) ?? { ofFund: new Map(), ofEveryFund: [] };
  const added =
    fund === null
      ? { ...known, ofEveryFund: versions }
      : { ...known, ofFund: new Map([...known.ofFund, [fund, versions]]) };
  ofGrid[sector][kind].set(name, added);
}

function emptySector(): OfSector {
  return { 'key-letter': new Map(), act: new Map() };
}

function assertTariff({ grid, item, amount }: Tariff): void {
  const highest = 'keyLetter' in item ? MAX_KEY_LETTER_VALUE : MAX_CENTIMES;
  if (Number.isSafeInteger(amount) && amount > 0 && amount <= highest) return;
  const name = 'keyLetter' in item ? item.keyLetter : item.act;
  throw new RangeError(`tariff ${name} of grid ${grid}: ${amount} is not a price in centimes`);
}
