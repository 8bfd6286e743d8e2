import { addMonths } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CareSheet, LineItem } from '../care-sheet/care-sheet.ts';
import type { Certificate, Entitlement, Insured, Provider } from '../care-sheet/parties.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';
import type { CaseLine, GoldenCase } from '../coverage/golden-case.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import type { DecisionInput } from '../decision/decision-input.ts';
import { centimes } from '../money/centimes.ts';
import { type Coefficient, parseCoefficient } from '../money/coefficient.ts';
import { casePast } from './case-past.ts';

/** Everything that a case leaves unsaid: who, where and since when. */
const EVER: CalendarDate = '1900-01-01';
const INSURED = { issuer: 'CASE', number: '000000001' } as const;
const INPE = '000000001';
const AGE = 40;

/** The value that the engine decides for a case, with the usual for all that it leaves out. */
export function caseInput(
  golden: GoldenCase,
  document: RulesetDocument,
  reference: CompiledReference,
): DecisionInput {
  const scheme = golden.scheme ?? document.schemes[0] ?? '';
  const rank = isSelf(golden) ? 0 : 1;
  const decidedOn = golden.stay?.admission ?? golden.date;
  const fund = golden.fund ?? reference.fundOf(scheme, decidedOn) ?? '';
  return {
    sheet: sheetOf(golden, { fund, rank }),
    insured: insuredOf(golden, { scheme, rank }),
    provider: providerOf(golden),
    prescriber: undefined,
    ...casePast(golden, { document, reference, provider: INPE, rank }),
    reference,
  };
}

function isSelf({ patient }: GoldenCase): boolean {
  return (patient?.relationship ?? 'self') === 'self';
}

/** Somebody of the age on the date of the case. */
function birthDateOf({ date }: GoldenCase, age: number): CalendarDate {
  return addMonths(date, -12 * age);
}

function sheetOf(
  golden: GoldenCase,
  { fund, rank }: { readonly fund: string; readonly rank: number },
): CareSheet {
  const lines = golden.lines.map((line, index) => itemOf(line, index, golden.date));
  const days = lines.map(({ date }) => date).sort();
  const [firstDay = golden.date] = days;
  const lastDay = golden.stay?.discharge ?? days.at(-1) ?? golden.date;
  const { patient = {}, prescribedOn = firstDay, stay = null } = golden;
  return {
    number: golden.number ?? golden.code,
    fund,
    insured: INSURED,
    patient: {
      relationship: patient.relationship ?? 'self',
      rank,
      birthDate: birthDateOf(golden, patient.age ?? AGE),
    },
    provider: INPE,
    prescriber: null,
    prescription: prescribedOn === null ? null : { number: null, date: prescribedOn },
    kindOfCare: golden.kindOfCare ?? (stay === null ? 'illness' : 'hospitalisation'),
    stay,
    payment: golden.payment ?? 'reimbursement',
    receivedOn: golden.receivedOn ?? lastDay,
    lines,
  };
}

const MEDICINE_CODE = /^[0-9]{13}$/;

function itemOf(line: CaseLine, index: number, date: CalendarDate): LineItem {
  return {
    number: index + 1,
    kind: MEDICINE_CODE.test(line.code) ? 'medicine' : 'act',
    code: line.code,
    keyLetter: null,
    coefficient: line.coefficient === undefined ? null : coefficientOf(line.coefficient),
    quantity: line.quantity ?? 1,
    unitPrice: centimes(line.price),
    date: line.date ?? date,
    diagnosis: line.diagnosis ?? null,
  };
}

function coefficientOf(text: string): Coefficient {
  const coefficient = parseCoefficient(text);
  if (coefficient === undefined) throw new RangeError(`not a coefficient: ${text}`);
  return coefficient;
}

function insuredOf(
  golden: GoldenCase,
  { scheme, rank }: { readonly scheme: string; readonly rank: number },
): Insured {
  const { patient = {} } = golden;
  const { age = AGE, sex = 'F', student = false, disabled = false } = patient;
  const { relationship = 'self' } = patient;
  const always = { from: EVER, to: null };
  const person = { birthDate: birthDateOf(golden, age), sex, deathDate: null };
  const self = rank === 0 ? person : { ...person, birthDate: birthDateOf(golden, AGE) };
  const dependant =
    relationship === 'self'
      ? []
      : [{ ...person, rank, relationship, disabled, attached: always }].map((each) => ({
          ...each,
          student: student ? [always] : [],
        }));
  return {
    id: 1,
    ...INSURED,
    ...self,
    affiliations: [{ scheme, ...always }],
    entitlements: [entitlementOf(golden)],
    dependants: dependant,
    certificates: certificatesOf(golden, rank),
  };
}

function entitlementOf({ rights = {} }: GoldenCase): Entitlement {
  return {
    status: rights.status ?? 'opened',
    from: rights.from ?? EVER,
    to: rights.to ?? null,
    qualifiedOn: rights.qualifiedOn ?? null,
  };
}

function certificatesOf({ illness }: GoldenCase, patientRank: number): readonly Certificate[] {
  if (illness === undefined) return [];
  const { kind, code = '', diagnoses = [] } = illness;
  return [{ patientRank, illness: kind, code, diagnoses, from: EVER, to: null }];
}

function providerOf({ provider = {} }: GoldenCase): Provider {
  return {
    inpe: INPE,
    kind: provider.kind ?? 'practice',
    sector: provider.sector ?? 'private',
    specialty: provider.specialty ?? null,
    active: [{ from: EVER, to: null }],
  };
}
