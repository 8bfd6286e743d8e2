import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LineOutcome, SheetOutcome } from '../decision/decision.ts';
import type { Amounts } from '../money/amounts.ts';
import { benefitOf, type ComparedSheet, changeBetween, isFinal } from './compared-sheet.ts';
import type { StandingLine } from './standing.ts';

/** One side of a line: null amounts where it has no price, or its sheet is pended. */
export interface ChangedSide {
  readonly outcome: LineOutcome;
  readonly amounts: Amounts | null;
  readonly reasons: readonly string[];
}

export interface ChangedLine {
  readonly number: number;
  readonly code: string;
  readonly category: string;
  readonly before: ChangedSide;
  readonly after: ChangedSide;
}

/** A sheet that changes, with the lines that do. */
export interface Change {
  readonly sheetId: number;
  readonly insuredId: number | null;
  readonly careOn: CalendarDate;
  readonly fund: string;
  readonly provider: string;
  readonly outcome: readonly [before: SheetOutcome, after: SheetOutcome];
  /** Reasons of the sheet as a whole. */
  readonly reasons: readonly [before: readonly string[], after: readonly string[]];
  readonly benefit: readonly [before: number, after: number];
  readonly lines: readonly ChangedLine[];
}

/** What a change says beside the comparison: of each line its code, in their order. */
export interface ChangedCare {
  readonly careOn: CalendarDate;
  readonly codes: readonly string[];
}

/**
 * A sheet that changes as one JSON text, with the lines that do. It is put together by hand, and
 * short, since a country changes by the million: a line whose outcome and reasons stay has only
 * its amounts on the second side.
 */
export function writeChange(compared: ComparedSheet, { careOn, codes }: ChangedCare): string {
  const { sheetId, insuredId, fund, provider, before, after } = compared;
  const who = `${sheetId},${insuredId},"${careOn}",${JSON.stringify(fund)}`;
  const outcomes = `["${before.outcome}","${after.outcome}"]`;
  const reasons = `[${writeCodes(before.reasons)},${writeCodes(after.reasons)}]`;
  const sides = `${outcomes},${reasons},[${benefitOf(before)},${benefitOf(after)}]`;
  const lines = writeLines(compared, codes);
  return `[${who},${JSON.stringify(provider)},${sides},[${lines}]]`;
}

function writeLines(
  { categories, before, after }: ComparedSheet,
  codes: readonly string[],
): string {
  const [wasFinal, final] = [isFinal(before.outcome), isFinal(after.outcome)];
  let text = '';
  for (let index = 0; index < after.lines.length; index += 1) {
    const [was, is] = [before.lines[index], after.lines[index]];
    if (was === undefined || is === undefined) continue;
    const change = changeBetween(was, is);
    if (wasFinal === final && !change.reasons && !(final && change.amounts)) continue;
    const code = JSON.stringify(codes[index] ?? '');
    text += `${text === '' ? '' : ','}[${is.number},${code},"${categories[index] ?? 'unknown'}",`;
    text += `"${was.outcome}",${wasFinal ? writeAmounts(was) : null},${writeCodes(was.reasons)},`;
    text += final ? writeAmounts(is) : null;
    text += change.reasons ? `,"${is.outcome}",${writeCodes(is.reasons)}]` : ']';
  }
  return text;
}

type WrittenAmounts = [number, number, number, number, number] | null;
type WrittenLine = [
  number: number,
  code: string,
  category: string,
  outcome: LineOutcome,
  before: WrittenAmounts,
  reasons: string[],
  after: WrittenAmounts,
  outcomeAfter?: LineOutcome,
  reasonsAfter?: string[],
];
type Written = [
  number,
  number | null,
  string,
  string,
  string,
  Change['outcome'],
  Change['reasons'],
  Change['benefit'],
  WrittenLine[],
];

/** Of a JSON list of changes. */
export function readChanges(text: string): Change[] {
  return (JSON.parse(text) as Written[]).map(
    ([sheetId, insuredId, careOn, fund, provider, outcome, reasons, benefit, lines]) => ({
      ...{ sheetId, insuredId, careOn, fund, provider, outcome, reasons, benefit },
      lines: lines.map(readLine),
    }),
  );
}

function readLine([number, code, category, ...sides]: WrittenLine): ChangedLine {
  const [outcome, before, reasons, after, outcomeAfter, reasonsAfter] = sides;
  return {
    ...{ number, code, category },
    before: { outcome, amounts: readAmounts(before), reasons },
    after: {
      outcome: outcomeAfter ?? outcome,
      amounts: readAmounts(after),
      reasons: reasonsAfter ?? reasons,
    },
  };
}

function writeAmounts({ amounts }: StandingLine): string {
  if (amounts === null) return 'null';
  const { benefit, copay, overCap, excess, disallowed } = amounts;
  return `[${benefit},${copay},${overCap},${excess},${disallowed}]`;
}

function readAmounts(written: WrittenAmounts): Amounts | null {
  if (written === null) return null;
  const [benefit, copay, overCap, excess, disallowed] = written;
  const eligible = benefit + copay + overCap;
  const submitted = eligible + excess + disallowed;
  return { benefit, copay, disallowed, eligible, excess, overCap, submitted };
}

function writeCodes(codes: readonly string[]): string {
  return codes.length === 0 ? '[]' : JSON.stringify(codes);
}
