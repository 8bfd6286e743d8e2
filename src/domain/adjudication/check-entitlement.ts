import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CareSheet, LineItem } from '../care-sheet/care-sheet.ts';
import type { Insured, Provider } from '../care-sheet/parties.ts';
import { highestAgeLimit, lastDayOfAge } from '../coverage/age-limits.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';
import type { CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { AgeLimit } from '../coverage/ruleset.ts';
import type { Finding } from '../decision/finding.ts';
import { findPatient, type Patient } from '../decision/patient.ts';
import type { Reason } from '../decision/reason.ts';
import { schemeOn } from '../decision/sheet-facts.ts';
import { readSheet } from './read-sheet.ts';
import { DAY_RULES, SHEET_RULES } from './rule-order.ts';

/** Whose rights, on which day. */
export interface EntitlementAsked {
  readonly insured: Insured;
  readonly patient: CareSheet['patient'];
  readonly date: CalendarDate;
  readonly reference: CompiledReference;
}

/** What a sheet of that day would be told of the patient's rights, whatever its lines. */
export interface EntitlementFound {
  /** False when a line of that day would be denied. */
  readonly open: boolean;
  readonly reasons: readonly Reason[];
  readonly scheme: string | null;
  /** The fund that pays on that day. */
  readonly fund: string | null;
  readonly terms: CompiledRuleset | undefined;
  /** Until when the age of the patient lets them be covered; null: without end. */
  readonly ageLimit: { readonly row: AgeLimit; readonly lastDay: CalendarDate } | null;
}

/** The entitlement rules of the engine, asked of a sheet without care. */
export function checkEntitlement(asked: EntitlementAsked): EntitlementFound {
  const { insured, patient: declared, date, reference } = asked;
  const scheme = schemeOn(insured, date);
  const fund = (scheme === null ? undefined : reference.fundOf(scheme, date)) ?? null;
  const findings = findingsOf(asked, fund ?? '');
  const patient = findPatient(insured, declared, date);
  const terms = scheme === null ? undefined : reference.ruleset(scheme, date);
  return {
    open: findings.every(({ verdict }) => verdict !== 'deny'),
    reasons: findings.map(({ reason }) => reason),
    ...{ scheme, fund, terms },
    ageLimit: patient === undefined ? null : ageLimitOf(patient, terms, date),
  };
}

function findingsOf(asked: EntitlementAsked, fund: string): readonly Finding[] {
  const { insured, reference } = asked;
  const history = { history: [], consumptions: [] };
  const [provider, prescriber] = [NO_PROVIDER, undefined];
  const sheet = emptySheet(asked, fund);
  const work = readSheet({ sheet, insured, provider, prescriber, reference, ...history });
  const findings = SHEET_RULES.filter(isOfEntitlement).flatMap((rule) => rule.check(work));
  const { patient, lines } = work;
  if (patient === undefined) return findings;
  const known = { ...work, insured, patient, provider };
  const ofLines = DAY_RULES.flatMap((rule) =>
    lines.flatMap((line) => rule.check(line, known) ?? []),
  );
  return [...findings, ...ofLines];
}

function isOfEntitlement({ code }: { readonly code: string }): boolean {
  return code.startsWith('entitlement/');
}

/** Whom the rules of entitlement never look at. */
const NO_PROVIDER: Provider = {
  inpe: '',
  kind: '',
  sector: 'private',
  specialty: null,
  active: [],
};

const NO_CARE: Omit<LineItem, 'date'> = {
  number: 1,
  kind: 'act',
  code: '',
  keyLetter: null,
  coefficient: null,
  quantity: 1,
  unitPrice: 0,
  diagnosis: null,
};

function emptySheet({ insured, patient, date }: EntitlementAsked, fund: string): CareSheet {
  const { issuer, number } = insured;
  return {
    number: '',
    fund,
    insured: { issuer, number },
    patient,
    provider: '',
    prescriber: null,
    prescription: null,
    kindOfCare: 'illness',
    stay: null,
    payment: 'direct',
    receivedOn: date,
    lines: [{ ...NO_CARE, date }],
  };
}

function ageLimitOf(
  { relationship, birthDate, student, disabled }: Patient,
  terms: CompiledRuleset | undefined,
  date: CalendarDate,
): EntitlementFound['ageLimit'] {
  if (terms === undefined || disabled) return null;
  const studies = student.some(({ from, to }) => date >= from && (to === null || date <= to));
  const row = highestAgeLimit(terms.ageLimits, { relationship, studies });
  return row === undefined ? null : { row, lastDay: lastDayOfAge(birthDate, row.lastAge) };
}
