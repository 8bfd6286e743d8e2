import { compareOrder } from '../accumulator/canonical-order.ts';
import { benefitBefore, lastPaidBefore, unitsBefore } from '../accumulator/counted.ts';
import type { Consumption } from '../accumulator/history.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { DecidedSheet, Usage } from '../decision/rule.ts';
import type { Session } from '../decision/session.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { capBenefits } from './cap-benefits.ts';
import { limitUnits } from './limit-units.ts';
import { payRates } from './pay-rates.ts';
import { shareSession } from './share-session.ts';

/** What the lines decided so far have taken. */
export interface Running {
  readonly facts: KnownSheet;
  readonly usage: Usage;
  readonly consumptions: Consumption[];
}

/** D to G for all lines that have a price, day by day in canonical order. */
export function decideDays(facts: KnownSheet, lines: readonly LineWork[]): DecidedSheet {
  const ordered = lines
    .filter(({ state, unitTariff }) => state !== 'denied' && unitTariff !== null)
    .sort(compareOrder);
  const consumptions: Consumption[] = [];
  const sessions: Session[] = [];
  const running = { facts, consumptions, usage: usageOf(facts, ordered, consumptions) };
  let start = 0;
  while (start < ordered.length) {
    let end = start + 1;
    while (end < ordered.length && ordered[end]?.date === ordered[start]?.date) end += 1;
    const session = decideDay(ordered.slice(start, end), running);
    if (session !== null) sessions.push(session);
    start = end;
  }
  return { facts, ordered, consumptions, sessions };
}

function usageOf(
  { pastLines, consumptions: past, patient }: KnownSheet,
  ordered: readonly LineWork[],
  own: readonly Consumption[],
): Usage {
  return {
    unitsBefore: (line, row) => unitsBefore(line, row, pastLines) + unitsBefore(line, row, ordered),
    lastPaidBefore(line, code) {
      const before = lastPaidBefore(line, code, pastLines);
      const here = lastPaidBefore(line, code, ordered);
      return before === null || (here !== null && here > before) ? here : before;
    },
    benefitBefore(line, { code, window, per }) {
      const cap = { code, window, patientRank: per === 'patient' ? patient.rank : null };
      return benefitBefore(line, cap, past) + benefitBefore(line, cap, own);
    },
  };
}

/**
 * A line that is paid nothing uses no unit and starts no interval. So a day is decided again
 * with the units of such lines left out, as long as one of them may have stood in another's way.
 * Lines are only ever added to those left out, so this ends. Where leaving a line out would get
 * it paid after all, nothing consistent lies further on, and the day stays as it was before.
 */
function decideDay(lines: readonly LineWork[], running: Running): Session | null {
  const starts = lines.map(startOf);
  const taken = running.consumptions.length;
  let unpaid = NO_LINES;
  let session = decideOnce(lines, running, unpaid);
  while (lines.some(isRefusedUnits)) {
    const more = lines.filter((line) => !unpaid.includes(line) && isUnpaid(line));
    if (more.length === 0) break;
    const wider = [...unpaid, ...more];
    startAgain(lines, starts);
    running.consumptions.length = taken;
    session = decideOnce(lines, running, wider);
    if (wider.some(({ headings }) => headings.benefit > 0)) {
      startAgain(lines, starts);
      running.consumptions.length = taken;
      return decideOnce(lines, running, unpaid);
    }
    unpaid = wider;
  }
  return session;
}

const NO_LINES: readonly LineWork[] = Object.freeze([]);

/** Where a line stood before its day was decided. */
interface Start {
  readonly state: LineWork['state'];
  readonly steps: number;
  readonly reasons: number;
}

function startOf({ state, steps, reasons }: LineWork): Start {
  return { state, steps: steps.length, reasons: reasons.length };
}

function startAgain(lines: readonly LineWork[], starts: readonly Start[]): void {
  for (const [i, line] of lines.entries()) {
    const start = starts[i];
    if (start !== undefined) reset(line, start);
  }
}

function decideOnce(
  lines: readonly LineWork[],
  running: Running,
  unpaid: readonly LineWork[],
): Session | null {
  for (const line of lines) limitUnits(line, running.usage, unpaid.includes(line));
  const standing = lines.filter(({ units }) => units > 0);
  const session = shareSession(standing, running.facts);
  payRates(standing);
  capBenefits(standing, running);
  for (const line of standing) line.paidUnits = line.headings.benefit > 0 ? line.units : 0;
  return session;
}

function isRefusedUnits({ units, item, reasons }: LineWork): boolean {
  if (units === item.quantity) return false;
  return reasons.some(({ code }) => code === 'unit-limit' || code === 'too-early');
}

function isUnpaid({ units, countedUnder, headings }: LineWork): boolean {
  return units > 0 && countedUnder.length > 0 && headings.benefit === 0;
}

function reset(line: LineWork, { state, steps, reasons }: Start): void {
  const { headings, item } = line;
  line.state = state;
  line.steps.length = steps;
  line.reasons.length = reasons;
  line.units = item.quantity;
  line.paidUnits = 0;
  line.reduced = false;
  if (line.countedUnder.length > 0) line.countedUnder = [];
  headings.submitted = item.quantity * item.unitPrice;
  headings.benefit = 0;
  headings.copay = 0;
  headings.overCap = 0;
  headings.excess = 0;
  headings.disallowed = 0;
}
