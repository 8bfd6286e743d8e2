import type { OrderKey } from '../accumulator/canonical-order.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LineItem } from '../care-sheet/care-sheet.ts';
import type { ConditionSubject } from '../coverage/compiled-condition.ts';
import type { CompiledCoverageRow, CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { Centimes } from '../money/centimes.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import type { Heading } from './move.ts';
import type { Reason } from './reason.ts';
import type { StepRecord } from './step.ts';

/** A line while it is being decided. Only the engine writes on it. */
export interface LineWork extends OrderKey {
  readonly item: LineItem;
  /** The date of its versions, rights and ages: its own, or the admission of its stay. */
  readonly decidedOn: CalendarDate;
  readonly scheme: string | null;
  readonly terms: CompiledRuleset | undefined;
  readonly act: Act | undefined;
  readonly medicine: Medicine | undefined;
  /** Undefined when the line is in no nomenclature, or when nobody knows the patient. */
  readonly subject: ConditionSubject | undefined;
  /** Session order looks at it; 0 until the line is priced. */
  sessionEligible: Centimes;
  /** Reference amount of one unit; null until the line is priced. */
  unitTariff: Centimes | null;
  coverage: CompiledCoverageRow | undefined;
  units: number;
  /** Eligible of the units allowed, before the session. */
  allowedEligible: Centimes;
  eligible: Centimes;
  /** Where the submitted amount stands now; what is left under `submitted` is not yet decided. */
  readonly headings: Record<Heading, Centimes>;
  state: 'open' | 'pended' | 'denied';
  reduced: boolean;
  /** 0 for a line whose units are not counted, since it is paid nothing. */
  paidUnits: number;
  countedUnder: string[];
  /** Where it stood before its day was decided. */
  startState: LineWork['state'];
  startSteps: number;
  startReasons: number;
  reasons: Reason[];
  steps: StepRecord[];
}

/** A line as a rule sees it: to be read. */
export type LineSoFar = Readonly<LineWork>;
