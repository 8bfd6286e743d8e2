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

/** One change as JSON; short, since a country changes by the million: lists instead of names. */
export function writeChange({ lines, ...sheet }: Change): string {
  return JSON.stringify([
    ...[sheet.sheetId, sheet.insuredId, sheet.careOn, sheet.fund, sheet.provider],
    ...[sheet.outcome, sheet.reasons, sheet.benefit],
    lines.map(({ number, code, category, before, after }) => [
      ...[number, code, category],
      ...[writeSide(before), writeSide(after)],
    ]),
  ]);
}

type WrittenSide = [LineOutcome, number[] | null, string[]];
type WrittenLine = [number, string, string, WrittenSide, WrittenSide];
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
      lines: lines.map(([number, code, category, before, after]) => ({
        ...{ number, code, category },
        before: readSide(before),
        after: readSide(after),
      })),
    }),
  );
}

function writeSide({ outcome, amounts, reasons }: ChangedSide): unknown[] {
  if (amounts === null) return [outcome, null, reasons];
  const { benefit, copay, overCap, excess, disallowed } = amounts;
  return [outcome, [benefit, copay, overCap, excess, disallowed], reasons];
}

function readSide([outcome, headings, reasons]: WrittenSide): ChangedSide {
  if (headings === null) return { outcome, amounts: null, reasons };
  const [benefit = 0, copay = 0, overCap = 0, excess = 0, disallowed = 0] = headings;
  const eligible = benefit + copay + overCap;
  const submitted = eligible + excess + disallowed;
  const amounts = { benefit, copay, disallowed, eligible, excess, overCap, submitted };
  return { outcome, amounts, reasons };
}
