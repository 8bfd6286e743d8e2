import { compareText } from '../calendar/compare-text.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from '../money/amounts.ts';

/** What stands on one side: how many, how many of them pended, and the final amounts. */
export interface Side {
  readonly count: number;
  readonly pended: number;
  readonly amounts: Amounts;
}

/** Sheets or lines of one kind, before and after. */
export interface Tally {
  readonly before: Side;
  readonly after: Side;
}

/** By key (a fund, a category, a provider, a reason). */
export type Tallies = ReadonlyMap<string, Tally>;

/** A fold in progress: adding to it changes it. */
export type GrowingTallies = Map<string, GrowingTally>;
interface GrowingTally {
  before: GrowingSide;
  after: GrowingSide;
}
interface GrowingSide {
  count: number;
  pended: number;
  amounts: GrowingAmounts;
}
type GrowingAmounts = { -readonly [Heading in keyof Amounts]: Amounts[Heading] };

const NOTHING: Side = { amounts: NO_AMOUNTS, count: 0, pended: 0 };

/** One more sheet or line under a key, on one side; `amounts` is null while it is pended. */
export function count(
  tallies: GrowingTallies,
  key: string,
  { side, amounts }: { side: keyof Tally; amounts: Amounts | null },
): void {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { after: noSide(), before: noSide() };
    tallies.set(key, tally);
  }
  const grown = tally[side];
  grown.count += 1;
  if (amounts === null) grown.pended += 1;
  else addTo(grown.amounts, amounts);
}

/** Adds without a new object: this runs several times for every line of a country. */
export function addTo(total: GrowingAmounts, amounts: Amounts): void {
  total.benefit += amounts.benefit;
  total.copay += amounts.copay;
  total.disallowed += amounts.disallowed;
  total.eligible += amounts.eligible;
  total.excess += amounts.excess;
  total.overCap += amounts.overCap;
  total.submitted += amounts.submitted;
}

function noSide(): GrowingSide {
  return { amounts: noAmounts(), count: 0, pended: 0 };
}

export function noAmounts(): GrowingAmounts {
  return { ...NO_AMOUNTS };
}

/** The two together, keys in the order of their code units. */
export function mergeTallies(a: Tallies, b: Tallies): Tallies {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort(compareText);
  return new Map(keys.map((key) => [key, mergeTally(a.get(key), b.get(key))]));
}

function mergeTally(a: Tally | undefined, b: Tally | undefined): Tally {
  return {
    after: mergeSide(a?.after ?? NOTHING, b?.after ?? NOTHING),
    before: mergeSide(a?.before ?? NOTHING, b?.before ?? NOTHING),
  };
}

function mergeSide(a: Side, b: Side): Side {
  return {
    amounts: addAmounts(a.amounts, b.amounts),
    count: a.count + b.count,
    pended: a.pended + b.pended,
  };
}

/** All keys together. */
export function totalOf(tallies: Tallies): Tally {
  let total: Tally = { after: NOTHING, before: NOTHING };
  for (const tally of tallies.values()) total = mergeTally(total, tally);
  return total;
}
