import { MAX_CENTIMES, parseAmount } from '#domain/money/centimes.ts';
import { ACT_CODE, MEDICINE_CODE } from './identifier-schemas.ts';

// What the fields of a care sheet must be beside one another: said once, for the schema that
// explains what is wrong and for the check that lets pass what is right.

/** CNSS gives nine digits. */
export function isNumberOfIssuer({ issuer, number }: { issuer: string; number: string }): boolean {
  return issuer !== 'CNSS' || CNSS_NUMBER.test(number);
}

const CNSS_NUMBER = /^[0-9]{9}$/;

/** Rank 0 is the insured, only and always. */
export function isRankOfPatient(patient: { relationship: string; rank: number }): boolean {
  return (patient.relationship === 'self') === (patient.rank === 0);
}

export function isCodeOfKind({ kind, code }: { kind: string; code: string }): boolean {
  return (kind === 'act' ? ACT_CODE : MEDICINE_CODE).test(code);
}

/** True when the lines are numbered 1 to n, in any order. */
export function areNumbered(lines: readonly { number: number }[]): boolean {
  if (lines.every(({ number }, index) => number === index + 1)) return true;
  const numbers = new Set(lines.map(({ number }) => number));
  return numbers.size === lines.length && Math.max(...numbers) === lines.length;
}

/** What a line comes to, in centimes; above every limit when its price is no amount. */
export function lineTotal(line: { quantity: number; unitPrice: string }): number {
  return line.quantity * (parseAmount(line.unitPrice) ?? Number.POSITIVE_INFINITY);
}

export function isPayable(total: number): boolean {
  return total <= MAX_CENTIMES;
}
