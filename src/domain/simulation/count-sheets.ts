import type { Centimes } from '../money/centimes.ts';
import { benefitOf, type ComparedSheet, isFinal } from './compared-sheet.ts';
import { type Move, NO_RESULT, type PartialResult } from './partial-result.ts';
import { mergeMovers, moversOf, type Ranked } from './ranking.ts';
import type { Standing } from './standing.ts';
import {
  addTo,
  countIn,
  type GrowingHeadings,
  type GrowingTallies,
  noHeadings,
  type Tally,
  tallyOf,
} from './tally.ts';

/** A result in progress. */
export interface SheetCount {
  add(compared: ComparedSheet): void;
  /** One that the engine could not decide. */
  addFailed(): void;
  /** One that the rules in force would decide otherwise too, now that care is in its order. */
  addOfOrder(difference: Centimes): void;
  /** Some families are whole: what each insured moves is known, and no longer held. */
  closeFamilies(): void;
  /** After the last family. */
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

/** What is named once, in families that are open. */
interface Named {
  sheets: Ranked[];
  opened: Ranked[];
  insured: Map<number, Centimes>;
}

type Movings = Pick<PartialResult, 'movedSheets' | 'openedSheets' | 'movedInsured'>;

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
  const numbers = { sheets: 0, changed: 0, failed: 0 };
  const ofOrder = { sheets: 0, difference: 0 };
  let movers: Movings = NO_RESULT;
  let named: Named = { sheets: [], opened: [], insured: new Map() };
  return {
    add(sheet) {
      countSheet(growing, sheet);
      countMove(growing, named, sheet);
      numbers.sheets += 1;
      if (sheet.isChanged) numbers.changed += 1;
    },
    addFailed() {
      numbers.failed += 1;
    },
    addOfOrder(difference) {
      ofOrder.sheets += 1;
      ofOrder.difference += difference;
    },
    closeFamilies() {
      movers = mergeNamed(movers, named);
      named = { sheets: [], opened: [], insured: new Map() };
    },
    result: () => ({ ...numbers, ofOrder, ...mergeNamed(movers, named), ...growing }),
  };
}

function mergeNamed(
  { movedSheets, openedSheets, movedInsured }: Movings,
  { sheets, opened, insured }: Named,
): Movings {
  const ranked = [...insured].map(([key, difference]) => ({ key, difference }));
  return {
    movedSheets: mergeMovers(movedSheets, moversOf(sheets)),
    openedSheets: mergeMovers(openedSheets, moversOf(opened)),
    movedInsured: mergeMovers(movedInsured, moversOf(ranked)),
  };
}

/** Amounts of a pended sheet are provisional: it is counted, and costs nothing yet. */
function countSheet(growing: Growing, sheet: ComparedSheet): void {
  const { fund, provider, categories, before, after } = sheet;
  const totals = { before: totalsOf(before), after: totalsOf(after) };
  for (const tally of [tallyOf(growing.byFund, fund), tallyOf(growing.byProvider, provider)]) {
    countIn(tally.before, totals.before);
    countIn(tally.after, totals.after);
  }
  for (let index = 0; index < categories.length; index += 1) {
    const { before: was, after: is } = tallyOf(growing.byCategory, categories[index] ?? 'unknown');
    const [old, now] = [before.lines[index], after.lines[index]];
    if (old !== undefined) countIn(was, totals.before === null ? null : old.amounts);
    if (now !== undefined) countIn(is, totals.after === null ? null : now.amounts);
  }
  countReasons(growing.byReason, before, 'before');
  countReasons(growing.byReason, after, 'after');
}

/** null while the sheet is pended. */
function totalsOf({ outcome, lines }: Standing): GrowingHeadings | null {
  if (!isFinal(outcome)) return null;
  const totals = noHeadings();
  for (const { amounts } of lines) if (amounts !== null) addTo(totals, amounts);
  return totals;
}

/** A reason of the whole sheet is one of each of its lines. */
function countReasons(
  byReason: GrowingTallies,
  { outcome, reasons, lines }: Standing,
  side: keyof Tally,
): void {
  for (const line of lines) {
    if (line.reasons.length === 0 && reasons.length === 0) continue;
    const amounts = isFinal(outcome) ? line.amounts : null;
    for (const reason of line.reasons) countIn(tallyOf(byReason, reason)[side], amounts);
    for (const reason of reasons) countIn(tallyOf(byReason, reason)[side], amounts);
  }
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
