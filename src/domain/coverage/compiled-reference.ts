import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Dated, indexByKey, inForce } from '../calendar/periods.ts';
import { MAX_CENTIMES } from '../money/centimes.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import type { Tariff } from '../nomenclature/tariff.ts';
import { type CompiledRuleset, compileRuleset } from './compiled-ruleset.ts';
import { compileTariffs, type TariffQuery } from './compiled-tariffs.ts';
import type { ReferenceRows } from './reference.ts';
import type { RulesetVersion } from './ruleset.ts';

/** Everything that belongs to no tenant, ready to be asked: each answer is of a date. */
export interface CompiledReference {
  act(code: string, date: CalendarDate): Act | undefined;
  medicine(code: string, date: CalendarDate): Medicine | undefined;
  tariff(query: TariffQuery): Tariff | undefined;
  /** The version in force for a scheme. */
  ruleset(scheme: string, date: CalendarDate): CompiledRuleset | undefined;
  /** The fund that manages a scheme, which is the payer. */
  fundOf(scheme: string, date: CalendarDate): string | undefined;
}

/** Compiles all rows; throws a RangeError for a malformed figure or an overlap of rulesets. */
export function compileReference(rows: ReferenceRows): CompiledReference {
  const acts = indexByKey(rows.acts, ({ code, validFrom, validTo }) => ({
    key: code,
    from: validFrom,
    to: validTo,
  }));
  rows.medicines.forEach(assertPrices);
  const medicines = indexByKey(rows.medicines, ({ code, validFrom, validTo }) => ({
    key: code,
    from: validFrom,
    to: validTo,
  }));
  const management = indexByKey(rows.management, ({ scheme, from, to }) => ({
    key: scheme,
    from,
    to,
  }));
  const rulesets = compileRulesets(rows.rulesets);
  return {
    act: (code, date) => inForce(acts.get(code), date),
    medicine: (code, date) => inForce(medicines.get(code), date),
    tariff: compileTariffs(rows.tariffs),
    ruleset: (scheme, date) => inForce(rulesets.get(scheme), date),
    fundOf: (scheme, date) => inForce(management.get(scheme), date)?.fund,
  };
}

function compileRulesets(
  versions: readonly RulesetVersion[],
): Map<string, Dated<CompiledRuleset>[]> {
  const rows = versions.flatMap((version) => {
    const ruleset = compileRuleset(version);
    return version.document.schemes.map((scheme) => ({ scheme, ruleset }));
  });
  const index = indexByKey(rows, ({ scheme, ruleset }) => ({
    key: scheme,
    from: ruleset.effectiveFrom,
    to: ruleset.effectiveTo,
  }));
  const byScheme = new Map<string, Dated<CompiledRuleset>[]>();
  for (const [scheme, dated] of index) {
    assertNoOverlap(scheme, dated);
    byScheme.set(
      scheme,
      dated.map(({ from, to, row }) => ({ from, to, row: row.ruleset })),
    );
  }
  return byScheme;
}

function assertNoOverlap(scheme: string, latestFirst: readonly Dated<unknown>[]): void {
  for (let i = 1; i < latestFirst.length; i += 1) {
    const [later, earlier] = [latestFirst[i - 1], latestFirst[i]];
    if (later && earlier && (earlier.to === null || earlier.to >= later.from)) {
      throw new RangeError(`two rulesets of scheme ${scheme} are in force on ${later.from}`);
    }
  }
}

function assertPrices({ code, publicPrice, hospitalPrice, basePrice }: Medicine): void {
  for (const price of [publicPrice, hospitalPrice, basePrice]) {
    if (!Number.isSafeInteger(price) || price < 0 || price > MAX_CENTIMES) {
      throw new RangeError(`medicine ${code}: ${price} is not a price in centimes`);
    }
  }
}
