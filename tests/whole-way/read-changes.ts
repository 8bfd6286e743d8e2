import type { ApiClient } from '#src/client/api-client.ts';
import type { ChangeItem } from '#src/http/schemas/simulation-changes.ts';

/** What the changed sheets of a simulation come to, line by line, in centimes. */
export interface ChangeTotals {
  readonly sheets: Set<number>;
  /**
   * Those of which only amounts change. The others were decided in another order than that of
   * care: a sheet that arrived late is pended, in the simulation it comes in its turn.
   */
  readonly byRate: Set<number>;
  benefit: number;
  readonly byCategory: Map<string, number>;
  /** Lines that do not add up, or of which only amounts change, and not from 90 % to 85 %. */
  readonly odd: string[];
}

interface ChangesPage {
  readonly items: readonly ChangeItem[];
  readonly next: string | null;
}

/** Reads the changed sheets page by page. */
export async function readChanges(api: ApiClient, path: string): Promise<ChangeTotals> {
  const totals: ChangeTotals = {
    ...{ sheets: new Set(), byRate: new Set(), benefit: 0, byCategory: new Map(), odd: [] },
  };
  for (let after = ''; ; ) {
    const { items, next } = await api.get<ChangesPage>(`${path}?limit=500${after}`);
    for (const item of items) add(totals, item);
    if (next === null) return totals;
    after = `&cursor=${next}`;
  }
}

function add(totals: ChangeTotals, { careSheet, difference, lines, ...sheet }: ChangeItem): void {
  if (totals.sheets.has(careSheet)) throw new Error(`sheet ${careSheet} comes twice`);
  totals.sheets.add(careSheet);
  if ([sheet, ...lines].every(isSame)) totals.byRate.add(careSheet);
  let ofSheet = 0;
  for (const line of lines) {
    const moved = benefitOf(line.after) - benefitOf(line.before);
    ofSheet += moved;
    totals.byCategory.set(line.category, (totals.byCategory.get(line.category) ?? 0) + moved);
    if (!isPlain(line, moved)) totals.odd.push(`${careSheet}:${line.number}`);
  }
  if (ofSheet !== centimes(difference)) totals.odd.push(String(careSheet));
  totals.benefit += ofSheet;
}

type Line = ChangeItem['lines'][number];

/** Also of differences, which may be below zero. */
const centimes = (text: string): number => Number(text.replace('.', ''));
const benefitOf = ({ amounts }: Line['before']): number => centimes(amounts?.benefit ?? '0.00');

interface Decided {
  readonly outcome: string;
  readonly reasons: readonly string[];
}

function isSame({ before, after }: { before: Decided; after: Decided }): boolean {
  return before.outcome === after.outcome && before.reasons.join() === after.reasons.join();
}

function isPlain(line: Line, moved: number): boolean {
  const { before, after, difference } = line;
  if (difference === null) return before.amounts === null || after.amounts === null;
  const parts = Object.values(difference).reduce((sum, part) => sum + centimes(part), 0);
  if (parts !== 0 || centimes(difference.benefit) !== moved) return false;
  return !isSame(line) || (isPaidAt(90, before) && isPaidAt(85, after));
}

/** A share of what is eligible, to the nearest centime, before a cap takes from it. */
function isPaidAt(percent: number, { amounts }: Line['before']): boolean {
  if (amounts === null) return false;
  const covered = centimes(amounts.benefit) + centimes(amounts.overCap);
  return Math.abs(100 * covered - percent * centimes(amounts.eligible)) <= 50;
}
