import { readAsEstimator } from '#db/reads/read-as.ts';
import type { InsuredKey } from '#db/repositories/insured-repository.ts';
import { type CapUsage, capUsages } from '#domain/adjudication/cap-usage.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { schemeOn } from '#domain/decision/sheet-facts.ts';
import type { Context } from '#src/context.ts';
import type { RecordCaches } from '../adjudicate/load-world.ts';
import { readFamilyWorld } from './family-world.ts';

export interface AccumulatorsAsked {
  readonly insured: InsuredKey;
  readonly date: CalendarDate;
  /** The organisation of the fund that asks. */
  readonly fundId: number;
}

export interface AccumulatorsFound {
  readonly scheme: string;
  readonly ruleset: string | null;
  readonly usages: readonly CapUsage[];
}

/**
 * What a decision on a date would find used of every cap, of whichever fund it was paid. It reads
 * the history of one family by its key, so it takes as long whatever else is on record. Undefined
 * for an insured whom the asking fund does not pay on that date, as for one whom nobody knows.
 */
export function readAccumulators(
  { database }: Context,
  { insured: key, date, fundId }: AccumulatorsAsked,
  caches: RecordCaches,
): Promise<AccumulatorsFound | undefined> {
  return readAsEstimator(database, async (tx) => {
    const family = await readFamilyWorld(tx, { insured: key }, caches);
    const { insured, reference, history, funds } = family;
    const scheme = insured === undefined ? null : schemeOn(insured, date);
    if (insured === undefined || scheme === null) return undefined;
    const fund = reference.fundOf(scheme, date);
    if (fund === undefined || funds.get(fund) !== fundId) return undefined;
    const terms = reference.ruleset(scheme, date);
    const { consumptions } = history;
    return {
      scheme,
      ruleset: terms?.id ?? null,
      usages: terms === undefined ? [] : capUsages(terms, { insured, consumptions, date }),
    };
  });
}
