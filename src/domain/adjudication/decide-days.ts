import { sortInOrder } from '../accumulator/canonical-order.ts';
import type { Consumption } from '../accumulator/history.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { DecidedSheet, Usage } from '../decision/rule.ts';
import type { Session } from '../decision/session.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import { capBenefits } from './cap-benefits.ts';
import { limitUnits } from './limit-units.ts';
import { payRates } from './pay-rates.ts';
import { shareSession } from './share-session.ts';
import { UsageSoFar } from './usage-so-far.ts';

/** What the lines decided so far have taken. */
export interface Running {
  readonly facts: KnownSheet;
  readonly usage: Usage;
  readonly consumptions: Consumption[];
}

/** D to G for all lines that have a price, day by day in canonical order. */
export function decideDays(facts: KnownSheet, lines: readonly LineWork[]): DecidedSheet {
  const ordered: LineWork[] = [];
  for (const line of lines) {
    if (line.state !== 'denied' && line.unitTariff !== null) ordered.push(line);
  }
  sortInOrder(ordered);
  const consumptions: Consumption[] = [];
  const sessions: Session[] = [];
  const usage = new UsageSoFar(facts, ordered, consumptions);
  const running = { facts, consumptions, usage };
  for (let start = 0; start < ordered.length; ) {
    const end = endOfDay(ordered, start);
    const isOnlyDay = start === 0 && end === ordered.length;
    const session = decideDay(isOnlyDay ? ordered : ordered.slice(start, end), running);
    if (session !== null) sessions.push(session);
    start = end;
  }
  return { facts, ordered, consumptions, sessions };
}

function endOfDay(ordered: readonly LineWork[], start: number): number {
  let end = start + 1;
  while (end < ordered.length && ordered[end]?.date === ordered[start]?.date) end += 1;
  return end;
}

/**
 * A line that is paid nothing uses no unit and starts no interval. So a day is decided again
 * with the units of such lines left out, as long as one of them may have stood in another's way.
 * Lines are only ever added to those left out, so this ends. Where leaving a line out would get
 * it paid after all, nothing consistent lies further on, and the day stays as it was before.
 */
function decideDay(lines: readonly LineWork[], running: Running): Session | null {
  const taken = running.consumptions.length;
  for (const line of lines) markStart(line);
  let unpaid = NO_LINES;
  let session = decideOnce(lines, running, unpaid);
  while (isAnyRefusedUnits(lines)) {
    const more = lines.filter((line) => !unpaid.includes(line) && isUnpaid(line));
    if (more.length === 0) break;
    const wider = [...unpaid, ...more];
    startAgain(lines, running, taken);
    session = decideOnce(lines, running, wider);
    if (wider.some(({ headings }) => headings.benefit > 0)) {
      startAgain(lines, running, taken);
      return decideOnce(lines, running, unpaid);
    }
    unpaid = wider;
  }
  return session;
}

const NO_LINES: readonly LineWork[] = [];

/** Where a line stands before its day is decided, so that it can be decided again. */
function markStart(line: LineWork): void {
  line.startState = line.state;
  line.startSteps = line.steps.length;
  line.startReasons = line.reasons.length;
}

function startAgain(lines: readonly LineWork[], running: Running, taken: number): void {
  running.consumptions.length = taken;
  for (const line of lines) reset(line);
}

function decideOnce(
  lines: readonly LineWork[],
  running: Running,
  unpaid: readonly LineWork[],
): Session | null {
  const standing: LineWork[] = [];
  for (const line of lines) {
    limitUnits(line, running.usage, unpaid.includes(line));
    if (line.units > 0) standing.push(line);
  }
  const session = shareSession(standing, running.facts);
  payRates(standing);
  capBenefits(standing, running);
  for (const line of standing) line.paidUnits = line.headings.benefit > 0 ? line.units : 0;
  return session;
}

function isAnyRefusedUnits(lines: readonly LineWork[]): boolean {
  for (const line of lines) if (isRefusedUnits(line)) return true;
  return false;
}

function isRefusedUnits({ units, item, reasons }: LineWork): boolean {
  if (units === item.quantity) return false;
  return reasons.some(({ code }) => code === 'unit-limit' || code === 'too-early');
}

function isUnpaid({ units, countedUnder, headings }: LineWork): boolean {
  return units > 0 && countedUnder.length > 0 && headings.benefit === 0;
}

function reset(line: LineWork): void {
  const { headings, item } = line;
  line.state = line.startState;
  line.steps.length = line.startSteps;
  line.reasons.length = line.startReasons;
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
