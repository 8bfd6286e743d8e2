import { benefitBefore, lastPaidBefore, unitsBefore } from '../accumulator/counted.ts';
import type { Consumption } from '../accumulator/history.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CompiledCap } from '../coverage/compiled-ruleset.ts';
import type { UnitLimit } from '../coverage/ruleset.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { Usage } from '../decision/rule.ts';
import type { KnownSheet } from '../decision/sheet-facts.ts';
import type { Centimes } from '../money/centimes.ts';

/** What was used before a line: by what was decided before, and by the lines of this sheet. */
export class UsageSoFar implements Usage {
  readonly #facts: KnownSheet;
  readonly #lines: readonly LineWork[];
  readonly #consumptions: readonly Consumption[];

  /** The lists grow while the sheet is being decided. */
  constructor(facts: KnownSheet, lines: readonly LineWork[], consumptions: readonly Consumption[]) {
    this.#facts = facts;
    this.#lines = lines;
    this.#consumptions = consumptions;
  }

  unitsBefore(line: LineWork, row: UnitLimit): number {
    return unitsBefore(line, row, this.#facts.pastLines) + unitsBefore(line, row, this.#lines);
  }

  lastPaidBefore(line: LineWork, rowCode: string): CalendarDate | null {
    const before = lastPaidBefore(line, rowCode, this.#facts.pastLines);
    const here = lastPaidBefore(line, rowCode, this.#lines);
    return before === null || (here !== null && here > before) ? here : before;
  }

  benefitBefore(line: LineWork, { code, window, per }: CompiledCap): Centimes {
    const { consumptions, patient } = this.#facts;
    if (consumptions.length === 0 && this.#consumptions.length === 0) return 0;
    const cap = { code, window, patientRank: per === 'patient' ? patient.rank : null };
    return benefitBefore(line, cap, consumptions) + benefitBefore(line, cap, this.#consumptions);
  }
}
