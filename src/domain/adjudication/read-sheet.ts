import { compareOrder } from '../accumulator/canonical-order.ts';
import type { PastLine } from '../accumulator/history.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareText } from '../calendar/compare-text.ts';
import type { LineItem } from '../care-sheet/care-sheet.ts';
import type { DecisionInput } from '../decision/decision-input.ts';
import type { LineWork } from '../decision/line-work.ts';
import { findPatient } from '../decision/patient.ts';
import { schemeOn } from '../decision/sheet-facts.ts';
import { LineReader } from './line-reader.ts';
import type { SheetWork } from './sheet-work.ts';

/** Puts together what the rules look at; nothing here depends on the order of any list. */
export function readSheet(input: DecisionInput): SheetWork {
  const { sheet, insured, provider, reference } = input;
  const { decidedOn, firstCareOn, lastCareOn } = readDates(input);
  const first = decidedOn[0] ?? firstCareOn;
  const patient = insured && findPatient(insured, sheet.patient, first);
  const scheme = insured === undefined ? null : schemeOn(insured, first);
  const terms = scheme === null ? undefined : reference.ruleset(scheme, first);
  const reader = new LineReader(input, patient, { date: first, scheme, terms });
  return {
    sheet,
    insured,
    patient,
    provider,
    setting: sheet.stay === null ? 'ambulatory' : 'stay',
    decidedOn,
    firstCareOn,
    lastCareOn,
    scheme,
    terms,
    lines: readLines(input, reader),
    pastLines: pastLinesOf(input),
    consumptions: inOrder(input.consumptions),
    reference,
    reasons: [],
    state: 'open',
  };
}

function readLines({ sheet }: DecisionInput, reader: LineReader): readonly LineWork[] {
  const lines: LineWork[] = [];
  let isInOrder = true;
  let last = 0;
  for (const item of sheet.lines) {
    lines.push(reader.read(item));
    if (item.number < last) isInOrder = false;
    last = item.number;
  }
  return isInOrder ? lines : lines.sort((a, b) => a.lineNumber - b.lineNumber);
}

interface SheetDates {
  readonly decidedOn: readonly CalendarDate[];
  readonly firstCareOn: CalendarDate;
  readonly lastCareOn: CalendarDate;
}

function readDates({ sheet }: DecisionInput): SheetDates {
  const { stay, lines, receivedOn } = sheet;
  const days = daysOf(lines);
  const firstCareOn = days[0] ?? receivedOn;
  return {
    decidedOn: stay === null ? days : [stay.admission],
    firstCareOn,
    lastCareOn: days[days.length - 1] ?? firstCareOn,
  };
}

/** Each day of care once, in order: nearly always one. */
function daysOf(lines: readonly LineItem[]): readonly CalendarDate[] {
  const first = lines[0]?.date;
  if (first === undefined) return [];
  const days = [first];
  for (const { date } of lines) if (date !== first && !days.includes(date)) days.push(date);
  return days.length > 1 ? days.sort(compareText) : days;
}

function pastLinesOf({ sheet, history }: DecisionInput): readonly PastLine[] {
  if (history.length === 0) return history;
  return history.filter(({ patientRank }) => patientRank === sheet.patient.rank).sort(compareOrder);
}

function inOrder<Row extends Parameters<typeof compareOrder>[0]>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.length < 2 ? rows : [...rows].sort(compareOrder);
}
