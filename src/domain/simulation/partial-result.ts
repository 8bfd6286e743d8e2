import type { Centimes } from '../money/centimes.ts';
import { mergeByKey } from './merge-by-key.ts';
import { type Movers, mergeMovers, NO_MOVERS } from './ranking.ts';
import { mergeTallies, type Tallies } from './tally.ts';

/** Sheets that go from one outcome to another, and what their benefit differs by. */
export interface Move {
  readonly sheets: number;
  readonly difference: Centimes;
}

/** What was found in some families; results of different families merge in any order. */
export interface PartialResult {
  readonly sheets: number;
  readonly changed: number;
  /** Sheets that the engine could not decide at all. */
  readonly failed: number;
  /** Of sheets. */
  readonly byFund: Tallies;
  readonly byProvider: Tallies;
  /** Of lines; one with two reasons counts under both. */
  readonly byCategory: Tallies;
  readonly byReason: Tallies;
  /** By "approved>partial". */
  readonly moves: ReadonlyMap<string, Move>;
  /** Sheets that were final and would be pended, by reason. */
  readonly undecidable: ReadonlyMap<string, Move>;
  /** Only sheets that are final on both sides gain or lose. */
  readonly movedSheets: Movers;
  readonly movedInsured: Movers;
  /** What the benefit of each provider's sheets differs by, where it does. */
  readonly providerDifferences: ReadonlyMap<string, Centimes>;
  /** Final before, pended after: as if what they were paid were lost. */
  readonly openedSheets: Movers;
  /** Sheets that the order of care decides otherwise than that of arrival did. */
  readonly ofOrder: Move;
}

export const NO_RESULT: PartialResult = Object.freeze({
  sheets: 0,
  changed: 0,
  failed: 0,
  byFund: new Map(),
  byProvider: new Map(),
  byCategory: new Map(),
  byReason: new Map(),
  moves: new Map(),
  undecidable: new Map(),
  movedSheets: NO_MOVERS,
  movedInsured: NO_MOVERS,
  providerDifferences: new Map(),
  openedSheets: NO_MOVERS,
  ofOrder: Object.freeze({ sheets: 0, difference: 0 }),
});

/** Associative, and the same in any order: sums, and firsts of a total order. */
export function mergeResults(a: PartialResult, b: PartialResult): PartialResult {
  return {
    sheets: a.sheets + b.sheets,
    changed: a.changed + b.changed,
    failed: a.failed + b.failed,
    byFund: mergeTallies(a.byFund, b.byFund),
    byProvider: mergeTallies(a.byProvider, b.byProvider),
    byCategory: mergeTallies(a.byCategory, b.byCategory),
    byReason: mergeTallies(a.byReason, b.byReason),
    moves: mergeMoves(a.moves, b.moves),
    undecidable: mergeMoves(a.undecidable, b.undecidable),
    movedSheets: mergeMovers(a.movedSheets, b.movedSheets),
    movedInsured: mergeMovers(a.movedInsured, b.movedInsured),
    providerDifferences: mergeAmounts(a.providerDifferences, b.providerDifferences),
    openedSheets: mergeMovers(a.openedSheets, b.openedSheets),
    ofOrder: mergeMove(a.ofOrder, b.ofOrder),
  };
}

type Moves = PartialResult['moves'];

function mergeMoves(a: Moves, b: Moves): Moves {
  return mergeByKey(a, b, mergeMove);
}

function mergeMove(a: Move | undefined, b: Move | undefined): Move {
  return {
    sheets: (a?.sheets ?? 0) + (b?.sheets ?? 0),
    difference: (a?.difference ?? 0) + (b?.difference ?? 0),
  };
}

function mergeAmounts(
  a: ReadonlyMap<string, Centimes>,
  b: ReadonlyMap<string, Centimes>,
): ReadonlyMap<string, Centimes> {
  return mergeByKey(a, b, (x, y) => (x ?? 0) + (y ?? 0));
}
