import type { Centimes } from '../money/centimes.ts';

/** Something whose benefit differs: a sheet by its id, an insured, a provider. */
export interface Ranked {
  readonly key: number | string;
  /** Benefit after, less benefit before. */
  readonly difference: Centimes;
}

/** How many stand in a list of the worst or best. */
export const RANKED = 50;

/** Those that lose, or gain: how many, how much together, and the first of them. */
export interface Ranking {
  readonly count: number;
  readonly amount: Centimes;
  /** The largest difference first, then by key: the same list whatever the order of adding. */
  readonly first: readonly Ranked[];
}

export interface Movers {
  readonly lose: Ranking;
  readonly gain: Ranking;
}

const NOBODY: Ranking = Object.freeze({ amount: 0, count: 0, first: Object.freeze([]) });
export const NO_MOVERS: Movers = Object.freeze({ gain: NOBODY, lose: NOBODY });

/** Movers of any number of things, each named once; no difference is no move. */
export function moversOf(all: readonly Ranked[]): Movers {
  const moved = all.filter(({ difference }) => difference !== 0);
  return {
    gain: rankingOf(moved.filter(({ difference }) => difference > 0)),
    lose: rankingOf(moved.filter(({ difference }) => difference < 0)),
  };
}

function rankingOf(ranked: readonly Ranked[]): Ranking {
  let amount = 0;
  for (const { difference } of ranked) amount += difference;
  return { amount, count: ranked.length, first: [...ranked].sort(compareRanked).slice(0, RANKED) };
}

/** Of things that are named in one of the two only. */
export function mergeMovers(a: Movers, b: Movers): Movers {
  return { gain: mergeRanking(a.gain, b.gain), lose: mergeRanking(a.lose, b.lose) };
}

function mergeRanking(a: Ranking, b: Ranking): Ranking {
  return {
    amount: a.amount + b.amount,
    count: a.count + b.count,
    first: [...a.first, ...b.first].sort(compareRanked).slice(0, RANKED),
  };
}

function compareRanked(a: Ranked, b: Ranked): number {
  const bySize = Math.abs(b.difference) - Math.abs(a.difference);
  if (bySize !== 0) return bySize;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}
