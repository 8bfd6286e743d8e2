import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LineOutcome, SheetOutcome } from '../decision/decision.ts';
import type { Amounts } from '../money/amounts.ts';
import { benefitOf, type ComparedSheet, isFinal, isLineChanged } from './compared-sheet.ts';
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

/** The sheet as a change; `codes` are those of its lines, in their order. */
export function changeOf(
  compared: ComparedSheet,
  { careOn, codes }: { careOn: CalendarDate; codes: readonly string[] },
): Change {
  const { sheetId, insuredId, fund, provider, categories, before, after } = compared;
  const [wasFinal, final] = [isFinal(before.outcome), isFinal(after.outcome)];
  const lines: ChangedLine[] = [];
  after.lines.forEach((is, index) => {
    const was = before.lines[index];
    if (was === undefined) return;
    if (wasFinal === final && !isLineChanged(was, is, final)) return;
    lines.push({
      number: is.number,
      code: codes[index] ?? '',
      category: categories[index] ?? 'unknown',
      before: sideOf(was, wasFinal),
      after: sideOf(is, final),
    });
  });
  return {
    ...{ sheetId, insuredId, careOn, fund, provider },
    outcome: [before.outcome, after.outcome],
    reasons: [before.reasons, after.reasons],
    benefit: [benefitOf(before), benefitOf(after)],
    lines,
  };
}

function sideOf({ outcome, amounts, reasons }: StandingLine, final: boolean): ChangedSide {
  return { outcome, amounts: final ? amounts : null, reasons };
}

/**
 * One change as JSON, put together by hand and short, since a country changes by the million. A
 * line whose outcome and reasons stay has only its amounts on the second side.
 */
export function writeChange({ lines, ...sheet }: Change): string {
  let text = '';
  for (const { number, code, category, before, after } of lines) {
    const same = before.outcome === after.outcome && isSame(before.reasons, after.reasons);
    text += `${text === '' ? '' : ','}[${number},${JSON.stringify(code)},"${category}",`;
    text += `"${before.outcome}",${writeAmounts(before)},${writeCodes(before.reasons)},`;
    text += same
      ? `${writeAmounts(after)}]`
      : `${writeAmounts(after)},"${after.outcome}",${writeCodes(after.reasons)}]`;
  }
  const { sheetId, insuredId, careOn, fund, provider, outcome, reasons, benefit } = sheet;
  const of = `${sheetId},${insuredId},"${careOn}",${JSON.stringify(fund)}`;
  const sides = `${JSON.stringify(outcome)},${JSON.stringify(reasons)},[${benefit.join()}]`;
  return `[${of},${JSON.stringify(provider)},${sides},[${text}]]`;
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

function writeAmounts({ amounts }: ChangedSide): string {
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

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((code, index) => code === b[index]);
}
