import type { Amounts } from '../money/amounts.ts';
import type { Centimes } from '../money/centimes.ts';
import { mergeByKey } from './merge-by-key.ts';

/** The headings that a submitted amount is divided into. */
type Headings = Pick<Amounts, 'benefit' | 'copay' | 'overCap' | 'excess' | 'disallowed'>;

/** What stands on one side: how many, how many of them pended, and the final amounts. */
export interface Side extends Headings {
  readonly count: number;
  readonly pended: number;
}

/** Sheets or lines of one kind, before and after. */
export interface Tally {
  readonly before: Side;
  readonly after: Side;
}

/** By key (a fund, a category, a provider, a reason). */
export type Tallies = ReadonlyMap<string, Tally>;

/** A fold in progress: it grows in place, several times for every line of a country. */
export type GrowingTallies = Map<string, GrowingTally>;
export interface GrowingTally {
  readonly before: GrowingSide;
  readonly after: GrowingSide;
}
type GrowingSide = { -readonly [Member in keyof Side]: Side[Member] };
export type GrowingHeadings = { -readonly [Heading in keyof Headings]: Centimes };

/** The tally of a key, which is there from now on. */
export function tallyOf(tallies: GrowingTallies, key: string): GrowingTally {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { after: noSide(), before: noSide() };
    tallies.set(key, tally);
  }
  return tally;
}

/** One more sheet or line; `amounts` is null while it is pended. */
export function countIn(side: GrowingSide, amounts: Headings | null): void {
  side.count += 1;
  if (amounts === null) side.pended += 1;
  else addTo(side, amounts);
}

export function addTo(total: GrowingHeadings, amounts: Headings): void {
  total.benefit += amounts.benefit;
  total.copay += amounts.copay;
  total.overCap += amounts.overCap;
  total.excess += amounts.excess;
  total.disallowed += amounts.disallowed;
}

export function noHeadings(): GrowingHeadings {
  return { benefit: 0, copay: 0, overCap: 0, excess: 0, disallowed: 0 };
}

function noSide(): GrowingSide {
  return { count: 0, pended: 0, ...noHeadings() };
}

/** The two together, keys in the order of their code units. */
export function mergeTallies(a: Tallies, b: Tallies): Tallies {
  return mergeByKey(a, b, mergeTally);
}

function mergeTally(a: Tally | undefined, b: Tally | undefined): Tally {
  return { after: mergeSide(a?.after, b?.after), before: mergeSide(a?.before, b?.before) };
}

function mergeSide(a: Side | undefined, b: Side | undefined): Side {
  const merged = noSide();
  for (const side of [a, b]) {
    if (side === undefined) continue;
    merged.count += side.count;
    merged.pended += side.pended;
    addTo(merged, side);
  }
  return merged;
}

/** All keys together. */
export function totalOf(tallies: Tallies): Tally {
  let total = mergeTally(undefined, undefined);
  for (const tally of tallies.values()) total = mergeTally(total, tally);
  return total;
}
