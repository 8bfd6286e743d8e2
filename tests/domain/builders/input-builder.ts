import type { CareSheet, LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { Dependant, Insured, Provider } from '#domain/care-sheet/parties.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { reference } from './reference-builder.ts';

export const CARE_DATE = '2026-03-10';

export function line(rest: Partial<LineItem> = {}): LineItem {
  return {
    number: 1,
    kind: 'act',
    code: 'C',
    keyLetter: null,
    coefficient: null,
    quantity: 1,
    unitPrice: 15_000,
    date: CARE_DATE,
    diagnosis: null,
    ...rest,
  };
}

export function sheet(rest: Partial<CareSheet> = {}): CareSheet {
  return {
    number: 'FSE-1',
    fund: 'CNSS',
    insured: { issuer: 'CNSS', number: '123456789' },
    patient: { relationship: 'self', rank: 0, birthDate: '1980-05-01' },
    provider: '900000001',
    prescriber: null,
    prescription: null,
    kindOfCare: 'illness',
    stay: null,
    payment: 'reimbursement',
    receivedOn: '2026-03-20',
    lines: [line()],
    ...rest,
  };
}

export function insured(rest: Partial<Insured> = {}): Insured {
  return {
    id: 1,
    issuer: 'CNSS',
    number: '123456789',
    birthDate: '1980-05-01',
    sex: 'F',
    deathDate: null,
    affiliations: [{ scheme: 'SALARIED', from: '2010-01-01', to: null }],
    entitlements: [{ status: 'opened', from: '2010-01-01', to: null, qualifiedOn: null }],
    dependants: [],
    certificates: [],
    ...rest,
  };
}

export function child(rest: Partial<Dependant> = {}): Dependant {
  return {
    rank: 1,
    relationship: 'child',
    birthDate: '2004-03-10',
    sex: 'M',
    deathDate: null,
    attached: { from: '2010-01-01', to: null },
    student: [],
    disabled: false,
    ...rest,
  };
}

export function provider(rest: Partial<Provider> = {}): Provider {
  return {
    inpe: '900000001',
    kind: 'doctor',
    sector: 'private',
    specialty: null,
    active: [{ from: '2010-01-01', to: null }],
    ...rest,
  };
}

/** An input in which everything is in order; a test states what is not. */
export function input(rest: Partial<DecisionInput> = {}): DecisionInput {
  return {
    sheet: sheet(),
    insured: insured(),
    provider: provider(),
    prescriber: undefined,
    history: [],
    consumptions: [],
    reference: reference(),
    ...rest,
  };
}
