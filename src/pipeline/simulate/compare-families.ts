import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SimulatedSheet } from '#db/reads/simulation-sheets.ts';
import { careDate } from '#domain/care-sheet/care-date.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import { writeChange } from '#domain/simulation/change-text.ts';
import { benefitOf, type ComparedSheet, isChanged } from '#domain/simulation/compared-sheet.ts';
import type { SheetCount } from '#domain/simulation/count-sheets.ts';
import { replayFamily } from '#domain/simulation/replay-family.ts';
import { isLate, standingOf } from '#domain/simulation/standing.ts';
import type { Adjudicate } from '../adjudicate/decide-sheets.ts';
import type { SimulationReferences } from './draft-cache.ts';
import type { StoredFamilies, StoredFamily } from './read-families.ts';

export interface Comparison {
  readonly references: SimulationReferences;
  readonly adjudicate: Adjudicate;
  /** Whose sheets are counted; null: all of them. */
  readonly onlyFund: string | null;
  readonly count: SheetCount;
}

/** Sheets after which live work of this process has its turn: each of its steps waits for one. */
const SHEETS_OF_A_TURN = 20;

/**
 * Replays families, holds each sheet against its stored decision, and counts it; gives the
 * changes as they are kept. Families of a file have none: the rules in force decide them first.
 * So they do where a sheet came late: what the order of care alone changes is told apart.
 */
export async function compareFamilies(
  { families, providers }: StoredFamilies,
  comparison: Comparison,
): Promise<string[]> {
  const changes: string[] = [];
  let sheets = 0;
  for (const family of families) {
    compareFamily(family, { ...comparison, providers }, changes);
    sheets += family.sheets.length;
    if (sheets < SHEETS_OF_A_TURN) continue;
    sheets = 0;
    await nextTurn();
  }
  comparison.count.closeFamilies();
  return changes;
}

function compareFamily(
  { insured, history, sheets }: StoredFamily,
  at: Comparison & Pick<StoredFamilies, 'providers'>,
  changes: string[],
): void {
  const { references, adjudicate, providers, onlyFund, count } = at;
  const { lines, consumptions } = history;
  const submitted = sheets.map(({ sheet }) => sheet);
  const start = { insured, providers, adjudicate, lines, consumptions };
  const earlier = sheets.some(wantsRulesInForce)
    ? replayFamily(submitted, { ...start, reference: references.published })
    : [];
  const decisions = replayFamily(submitted, { ...start, reference: references.simulated });
  sheets.forEach((stored, index) => {
    const { id, sheet, standing } = stored;
    if (onlyFund !== null && sheet.fund !== onlyFund) return;
    const inForce = earlier[index] && standingOf(earlier[index]);
    const before = standing ?? inForce;
    const after = decisions[index] && standingOf(decisions[index]);
    if (after === undefined || before === undefined) {
      count.addFailed();
      return;
    }
    if (inForce !== undefined && isChanged(before, inForce)) {
      count.addOfOrder(benefitOf(inForce) - benefitOf(before));
    }
    const compared = {
      sheetId: id,
      insuredId: insured?.id ?? null,
      fund: sheet.fund,
      provider: sheet.provider,
      categories: categoriesOf(sheet, references.simulated),
      before,
      after,
      isChanged: isChanged(before, after),
    };
    count.add(compared);
    if (compared.isChanged) changes.push(written(compared, stored));
  });
}

/** One that was never decided; and one that waits, since what follows it came before it. */
function wantsRulesInForce({ standing }: SimulatedSheet): boolean {
  return standing === null || isLate(standing);
}

function categoriesOf(sheet: CareSheet, reference: CompiledReference): string[] {
  const admission = sheet.stay?.admission;
  return inOrder(sheet).map(({ kind, code, date }) => {
    if (kind === 'medicine') return 'medicine';
    return reference.act(code, admission ?? date)?.category ?? 'unknown';
  });
}

function written(compared: ComparedSheet, { sheet }: SimulatedSheet): string {
  const codes = inOrder(sheet).map(({ code }) => code);
  return writeChange(compared, { careOn: careDate(sheet), codes });
}

/** By number, as decisions have them; senders mostly do so too. */
function inOrder({ lines }: CareSheet): CareSheet['lines'] {
  for (let i = 1; i < lines.length; i += 1) {
    if ((lines[i - 1]?.number ?? 0) > (lines[i]?.number ?? 0)) {
      return [...lines].sort((a, b) => a.number - b.number);
    }
  }
  return lines;
}
