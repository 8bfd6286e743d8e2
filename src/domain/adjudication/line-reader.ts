import { ageOn, isWithin } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LineItem } from '../care-sheet/care-sheet.ts';
import type { Insured } from '../care-sheet/parties.ts';
import type { ConditionSubject } from '../coverage/compiled-condition.ts';
import type { CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { DecisionInput } from '../decision/decision-input.ts';
import type { LineWork } from '../decision/line-work.ts';
import type { Patient } from '../decision/patient.ts';
import { schemeOn } from '../decision/sheet-facts.ts';
import { MAX_CENTIMES } from '../money/centimes.ts';
import type { Act } from '../nomenclature/act.ts';
import type { Medicine } from '../nomenclature/medicine.ts';
import { startHeadings } from './move-amounts.ts';

/** What is the same for all lines that are decided on one date. */
export interface Day {
  readonly date: CalendarDate;
  readonly scheme: string | null;
  readonly terms: CompiledRuleset | undefined;
}

interface DayOfPatient extends Day {
  readonly age: number;
}

const NO_CODES: readonly string[] = [];

/** Looks up what is known of each line of a sheet on the date that decides it. */
export class LineReader {
  readonly #input: DecisionInput;
  readonly #patient: Patient | undefined;
  #day: DayOfPatient;

  constructor(input: DecisionInput, patient: Patient | undefined, first: Day) {
    this.#input = input;
    this.#patient = patient;
    this.#day = withAge(first, patient);
  }

  read(item: LineItem): LineWork {
    const { sheet, reference } = this.#input;
    const day = this.#dayOf(sheet.stay?.admission ?? item.date);
    const isAct = item.kind === 'act';
    const act = isAct ? reference.act(item.code, day.date) : undefined;
    const medicine = isAct ? undefined : reference.medicine(item.code, day.date);
    return {
      date: item.date,
      sessionEligible: 0,
      code: item.code,
      sheetNumber: sheet.number,
      lineNumber: item.number,
      item,
      decidedOn: day.date,
      scheme: day.scheme,
      terms: day.terms,
      act,
      medicine,
      subject: this.#subjectOf(item, day, act ?? medicine),
      unitTariff: null,
      coverage: undefined,
      units: item.quantity,
      allowedEligible: 0,
      eligible: 0,
      headings: startHeadings(submittedOf(item)),
      state: 'open',
      reduced: false,
      paidUnits: 0,
      countedUnder: [],
      startState: 'open',
      startSteps: 0,
      startReasons: 0,
      reasons: [],
      steps: [],
    };
  }

  #dayOf(date: CalendarDate): DayOfPatient {
    if (this.#day.date === date) return this.#day;
    const { insured, reference } = this.#input;
    const scheme = insured === undefined ? null : schemeOn(insured, date);
    const terms = scheme === null ? undefined : reference.ruleset(scheme, date);
    this.#day = withAge({ date, scheme, terms }, this.#patient);
    return this.#day;
  }

  #subjectOf(
    item: LineItem,
    day: DayOfPatient,
    entry: Act | Medicine | undefined,
  ): ConditionSubject | undefined {
    const { sheet, insured, provider } = this.#input;
    if (entry === undefined || insured === undefined || provider === undefined) return undefined;
    if (this.#patient === undefined) return undefined;
    const illness = illnessOf(insured, item, { date: day.date, rank: this.#patient.rank });
    return {
      scheme: day.scheme ?? '',
      setting: sheet.stay === null ? 'ambulatory' : 'stay',
      kindOfCare: sheet.kindOfCare,
      category: 'category' in entry ? entry.category : 'medicine',
      code: item.code,
      sector: provider.sector,
      specialty: provider.specialty,
      providerKind: provider.kind,
      payment: sheet.payment,
      relationship: this.#patient.relationship,
      sex: this.#patient.sex,
      illness: illness.kind,
      illnessCodes: illness.codes,
      medicineKind: 'kind' in entry ? entry.kind : null,
      age: day.age,
      amount: item.quantity * item.unitPrice,
    };
  }
}

function withAge({ date, scheme, terms }: Day, patient: Patient | undefined): DayOfPatient {
  return { date, scheme, terms, age: patient === undefined ? 0 : ageOn(patient.birthDate, date) };
}

interface Illness {
  readonly kind: 'none' | 'long-term' | 'costly';
  readonly codes: readonly string[];
}

const NO_ILLNESS: Illness = { kind: 'none', codes: NO_CODES };

/** The certified illness that covers a line; a costly one comes before a long-term one. */
function illnessOf(
  { certificates }: Insured,
  { diagnosis }: LineItem,
  { date, rank }: { date: CalendarDate; rank: number },
): Illness {
  if (certificates.length === 0) return NO_ILLNESS;
  const covering = certificates.filter(
    ({ patientRank, from, to, diagnoses }) =>
      patientRank === rank &&
      isWithin(date, from, to) &&
      (diagnoses.length === 0 ||
        (diagnosis !== null && diagnoses.some((prefix) => diagnosis.startsWith(prefix)))),
  );
  if (covering.length === 0) return NO_ILLNESS;
  const kind = covering.some(({ illness }) => illness === 'costly') ? 'costly' : 'long-term';
  const codes = covering.filter(({ illness }) => illness === kind).map(({ code }) => code);
  return { kind, codes };
}

function submittedOf({ quantity, unitPrice, number }: LineItem): number {
  const submitted = quantity * unitPrice;
  const isValid =
    Number.isSafeInteger(quantity) &&
    quantity > 0 &&
    Number.isSafeInteger(unitPrice) &&
    unitPrice >= 0 &&
    submitted <= MAX_CENTIMES;
  if (!isValid) throw new RangeError(`line ${number}: its quantity or price is out of range`);
  return submitted;
}
