import type { Centimes } from '../money/centimes.ts';
import { benefitOf, type ComparedSheet, isChanged, isFinal } from './compared-sheet.ts';
import { type Move, NO_RESULT, type PartialResult } from './partial-result.ts';
import { mergeMovers, moversOf, type Ranked } from './ranking.ts';
import type { Standing } from './standing.ts';
import { addTo, count, type GrowingTallies, noAmounts, type Tally } from './tally.ts';

/** A result in progress, which grows by whole families at a time. */
export interface SheetCount {
  /** All sheets of some families that are counted at all, and how many failed beside them. */
  add(compared: readonly ComparedSheet[], failed?: number): void;
  result(): PartialResult;
}

interface Growing {
  readonly byFund: GrowingTallies;
  readonly byProvider: GrowingTallies;
  readonly byCategory: GrowingTallies;
  readonly byReason: GrowingTallies;
  readonly moves: Map<string, Move>;
  readonly undecidable: Map<string, Move>;
  readonly providerDifferences: Map<string, Centimes>;
}

/** What is named once, in one batch of families. */
interface Named {
  readonly sheets: Ranked[];
  readonly opened: Ranked[];
  readonly insured: Map<number, Centimes>;
}

/** Keeps what is bounded: tallies by their keys, and the firsts of lists. */
export function createSheetCount(): SheetCount {
  const growing: Growing = {
    byFund: new Map(),
    byProvider: new Map(),
    byCategory: new Map(),
    byReason: new Map(),
    moves: new Map(),
    undecidable: new Map(),
    providerDifferences: new Map(),
  };
  let rest: Omit<PartialResult, keyof Growing> = NO_RESULT;
  return {
    add(compared, failed = 0) {
      const named: Named = { sheets: [], opened: [], insured: new Map() };
      let changed = 0;
      for (const sheet of compared) {
        countSide(growing, sheet, 'before');
        countSide(growing, sheet, 'after');
        countMove(growing, named, sheet);
        if (isChanged(sheet)) changed += 1;
      }
      const insured = [...named.insured].map(([key, difference]) => ({ key, difference }));
      rest = {
        sheets: rest.sheets + compared.length,
        changed: rest.changed + changed,
        failed: rest.failed + failed,
        movedSheets: mergeMovers(rest.movedSheets, moversOf(named.sheets)),
        openedSheets: mergeMovers(rest.openedSheets, moversOf(named.opened)),
        movedInsured: mergeMovers(rest.movedInsured, moversOf(insured)),
      };
    },
    result: () => ({ ...rest, ...growing }),
  };
}

/** Amounts of a pended sheet are provisional: it is counted, and costs nothing yet. */
function countSide(growing: Growing, sheet: ComparedSheet, side: keyof Tally): void {
  const { fund, provider, categories } = sheet;
  const { outcome, lines, reasons } = sheet[side];
  const totals = isFinal(outcome) ? noAmounts() : null;
  let index = 0;
  for (const line of lines) {
    const amounts = totals === null ? null : line.amounts;
    if (totals !== null && amounts !== null) addTo(totals, amounts);
    const counted = { side, amounts };
    count(growing.byCategory, categories[index] ?? 'unknown', counted);
    for (const reason of line.reasons) count(growing.byReason, reason, counted);
    for (const reason of reasons) count(growing.byReason, reason, counted);
    index += 1;
  }
  const counted = { side, amounts: totals };
  count(growing.byFund, fund, counted);
  count(growing.byProvider, provider, counted);
}

function countMove(growing: Growing, named: Named, sheet: ComparedSheet): void {
  const { before, after, sheetId: key, insuredId, provider } = sheet;
  const difference = benefitOf(after) - benefitOf(before);
  addMove(growing.moves, `${before.outcome}>${after.outcome}`, difference);
  if (!isFinal(before.outcome)) return;
  if (!isFinal(after.outcome)) {
    for (const reason of pendingCodes(after)) addMove(growing.undecidable, reason, difference);
    named.opened.push({ key, difference });
    return;
  }
  if (difference === 0) return;
  named.sheets.push({ key, difference });
  add(growing.providerDifferences, provider, difference);
  if (insuredId !== null) add(named.insured, insuredId, difference);
}

/** Why it waits: what the whole sheet has, and what its pended lines have. */
function pendingCodes({ reasons, lines }: Standing): ReadonlySet<string> {
  const pended = lines.filter(({ outcome }) => outcome === 'pended');
  return new Set([...reasons, ...pended.flatMap((line) => line.reasons)]);
}

function addMove(moves: Map<string, Move>, key: string, difference: Centimes): void {
  const move = moves.get(key);
  moves.set(key, {
    sheets: (move?.sheets ?? 0) + 1,
    difference: (move?.difference ?? 0) + difference,
  });
}

function add<Key>(amounts: Map<Key, Centimes>, key: Key, difference: Centimes): void {
  amounts.set(key, (amounts.get(key) ?? 0) + difference);
}
