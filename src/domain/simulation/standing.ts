import type { DecidedOutcome, LineOutcome, SheetOutcome } from '../decision/decision.ts';
import type { Reason } from '../decision/reason.ts';
import type { Amounts } from '../money/amounts.ts';

/** How one line stands decided, as far as a comparison looks at it. */
export interface StandingLine {
  readonly number: number;
  readonly outcome: LineOutcome;
  /** null where the line could not be priced; provisional while its sheet is pended. */
  readonly amounts: Amounts | null;
  readonly reasons: readonly string[];
}

/** How a sheet stands decided: in a stored decision, or in a simulated one. */
export interface Standing {
  readonly outcome: SheetOutcome;
  /** Codes of the reasons that are the sheet's and no line's own. */
  readonly reasons: readonly string[];
  /** By number. */
  readonly lines: readonly StandingLine[];
}

export function standingOf({ outcome, reasons, lines }: DecidedOutcome): Standing {
  const standing = lines.map(toLine);
  return { outcome, reasons: ofTheSheet(codesOf(reasons), standing), lines: standing };
}

/** Of the codes of a whole sheet, those that no line has for itself. */
function ofTheSheet(codes: readonly string[], lines: readonly StandingLine[]): readonly string[] {
  if (codes.length === 0) return codes;
  return codes.filter((code) => !lines.some(({ reasons }) => reasons.includes(code)));
}

/** Whether it waits because it came after later care of its family had been decided. */
export function isLate({ reasons, lines }: Standing): boolean {
  return reasons.includes(LATE) || lines.some((line) => line.reasons.includes(LATE));
}

const LATE = 'late-arrival';

function toLine({
  number,
  outcome,
  amounts,
  reasons,
}: DecidedOutcome['lines'][number]): StandingLine {
  return { number, outcome, amounts, reasons: codesOf(reasons) };
}

const NO_CODES: readonly string[] = Object.freeze([]);

function codesOf(reasons: readonly Reason[]): readonly string[] {
  return reasons.length === 0 ? NO_CODES : distinctCodes(reasons.map(({ code }) => code));
}

/** In the order of their code units: the order in which reasons were given says nothing. */
function distinctCodes(codes: readonly string[]): readonly string[] {
  return codes.length < 2 ? codes : [...new Set(codes)].sort();
}
