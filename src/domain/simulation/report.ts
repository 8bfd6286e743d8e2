import { compareText } from '../calendar/compare-text.ts';
import { formatAmount } from '../money/centimes.ts';
import type { Move, PartialResult } from './partial-result.ts';
import type { PeriodOfCare } from './period-of-care.ts';
import { type Movers, moversOf, RANKED, type Ranked, type Ranking } from './ranking.ts';
import { type Side, type Tallies, type Tally, totalOf } from './tally.ts';

/** A file of sheets that are not stored, by its content. */
export interface SimulatedFile {
  /** Hex SHA-256 of it as it was sent. */
  readonly contentHash: string;
  /** The day on which its sheets count as received. */
  readonly receivedOn: string;
}

/** What was simulated, by its content: nothing of when, by whom or on how many workers. */
export interface Simulated {
  readonly ruleset: {
    readonly code: string;
    /** 0 for a document that is no stored version. */
    readonly version: number;
    readonly contentHash: string;
    readonly schemes: readonly string[];
  };
  readonly period: PeriodOfCare;
  /** Whose sheets are simulated under the rules in force and under these; absent: stored ones. */
  readonly file?: SimulatedFile;
  /** The revision of the record that every sheet was decided under. */
  readonly recordRevision: number;
  /** Sheets that were not simulated, by their status, or by why a line of a file is left out. */
  readonly leftOut: Readonly<Record<string, number>>;
}

export type SimulationReport = ReturnType<typeof createReport>;

/** The report of a whole simulation; its canonical JSON is the same bytes for the same result. */
export function createReport(simulated: Simulated, result: PartialResult) {
  const { sheets, changed, failed } = result;
  return {
    ...simulated,
    sheets: { simulated: sheets, changed, unchanged: sheets - changed, failed },
    total: presentTally('sheets', totalOf(result.byFund)),
    byFund: presentTallies('fund', 'sheets', result.byFund),
    byCategory: presentTallies('category', 'lines', result.byCategory),
    byProvider: presentProviders(result),
    byReason: presentTallies('reason', 'lines', result.byReason),
    outcomes: presentMoves(result.moves),
    undecidable: {
      sheets: openedCount(result.moves),
      reasons: [...result.undecidable]
        .sort(([a], [b]) => compareText(a, b))
        .map(([reason, move]) => ({ reason, ...presentMove(move) })),
      worst: presentRanking('careSheet', result.openedSheets.lose).first,
    },
    lateArrivals: presentMove(result.ofOrder),
    careSheets: presentMovers('careSheet', result.movedSheets),
    insured: presentMovers('insured', result.movedInsured),
    providers: presentMovers('provider', providersOf(result)),
  };
}

/** Also those that were paid nothing, which no list of losers has. */
function openedCount(moves: PartialResult['moves']): number {
  let opened = 0;
  for (const [key, { sheets }] of moves) {
    if (key.endsWith('>pended') && key !== 'pended>pended') opened += sheets;
  }
  return opened;
}

function providersOf({ providerDifferences }: PartialResult): Movers {
  return moversOf([...providerDifferences].map(([key, difference]) => ({ key, difference })));
}

/** A country has too many to list: those whose cost differs most, and how many there are. */
function presentProviders({ byProvider }: PartialResult) {
  const ranked = [...byProvider]
    .map(([key, tally]) => ({ key, tally, size: Math.abs(differenceOf(tally)) }))
    .sort((a, b) => b.size - a.size || compareText(a.key, b.key))
    .slice(0, RANKED);
  return {
    count: byProvider.size,
    first: ranked.map(({ key, tally }) => ({ provider: key, ...presentTally('sheets', tally) })),
  };
}

function presentTallies<Name extends string, Unit extends string>(
  name: Name,
  unit: Unit,
  tallies: Tallies,
) {
  return [...tallies]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, tally]) => ({
      ...named(name, key),
      ...presentTally(unit, tally),
    }));
}

function presentTally<Unit extends string>(unit: Unit, tally: Tally) {
  return {
    before: presentSide(unit, tally.before),
    after: presentSide(unit, tally.after),
    difference: formatAmount(differenceOf(tally)),
  };
}

function presentSide<Unit extends string>(unit: Unit, side: Side) {
  const { count, pended, benefit, copay, overCap, excess, disallowed } = side;
  return {
    ...named(unit, count),
    pended,
    submitted: formatAmount(benefit + copay + overCap + excess + disallowed),
    benefit: formatAmount(benefit),
    copay: formatAmount(copay),
    overCap: formatAmount(overCap),
    excess: formatAmount(excess),
    disallowed: formatAmount(disallowed),
  };
}

function named<Name extends string, Value>(name: Name, value: Value): Record<Name, Value> {
  return { [name]: value } as Record<Name, Value>;
}

function differenceOf({ before, after }: Tally): number {
  return after.benefit - before.benefit;
}

function presentMoves(moves: PartialResult['moves']) {
  return [...moves]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, move]) => {
      const [before = '', after = ''] = key.split('>');
      return { before, after, ...presentMove(move) };
    });
}

function presentMove({ sheets, difference }: Move) {
  return { sheets, difference: formatAmount(difference) };
}

function presentMovers(name: string, { lose, gain }: Movers) {
  return { lose: presentRanking(name, lose), gain: presentRanking(name, gain) };
}

function presentRanking(name: string, { count, amount, first }: Ranking) {
  const present = ({ key, difference }: Ranked) => ({
    [name]: key,
    difference: formatAmount(difference),
  });
  return { count, difference: formatAmount(amount), first: first.map(present) };
}
