import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import { CARE_DATE } from './input-builder.ts';

/** A consultation that was paid to the same provider, on the day of the test sheet. */
export function past(rest: Partial<PastLine> = {}): PastLine {
  return {
    sheetNumber: 'FSE-0',
    lineNumber: 1,
    patientRank: 0,
    provider: '900000001',
    date: CARE_DATE,
    code: 'C',
    category: 'consultation',
    units: rest.paidUnits ?? 1,
    paidUnits: 1,
    sessionEligible: 8_000,
    allowedEligible: 8_000,
    eligible: 8_000,
    benefit: 7_200,
    countedUnder: [],
    ...rest,
  };
}

export function taken(rest: Partial<Consumption> = {}): Consumption {
  return {
    cap: 'CAP',
    patientRank: 0,
    sheetNumber: 'FSE-0',
    lineNumber: 1,
    date: '2026-01-10',
    code: 'C',
    sessionEligible: 8_000,
    amount: 1_000,
    ...rest,
  };
}
