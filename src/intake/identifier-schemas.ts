import { z } from 'zod';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import { parseAmount } from '#domain/money/centimes.ts';
import { parseCoefficient } from '#domain/money/coefficient.ts';

// The `error` of each check below is the code of the issue; `messages/` has its sentences.

/** A calendar date of 1900 to 2199, "2026-11-21". */
export const calendarDate = z
  .string()
  .refine(isCalendarDate, { error: 'not-a-date' })
  .meta({ id: 'CalendarDate', format: 'date', examples: ['2026-11-21'] });

/** MAD with two decimals; a JSON number is refused, since it may already have been rounded. */
export const amount = z
  .string()
  .refine((text) => parseAmount(text) !== undefined, { error: 'not-an-amount' })
  .meta({
    id: 'Amount',
    description: 'Moroccan dirhams with two decimals, as a string.',
    pattern: '^(0|[1-9][0-9]{0,9})\\.[0-9]{2}$',
    examples: ['150.00'],
  });

export const coefficient = z
  .string()
  .refine((text) => parseCoefficient(text) !== undefined, { error: 'not-a-coefficient' })
  .meta({
    id: 'Coefficient',
    description: 'Above zero, at most two decimals, as a string.',
    pattern: '^(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?$',
    examples: ['50', '12.5'],
  });

/** The sender's own number of a care sheet (N° FSE) or of a prescription. */
export const documentNumber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,39}$/, { error: 'not-a-document-number' })
  .meta({ id: 'DocumentNumber', examples: ['FSE-2026-000123'] });

/** The code of a fund, or of a body that gives registration numbers. */
export const bodyCode = z
  .string()
  .regex(/^[A-Z]{2,12}$/, { error: 'not-a-body-code' })
  .meta({ id: 'BodyCode', examples: ['CNSS', 'CNOPS'] });

export const registrationNumber = z
  .string()
  .regex(/^[A-Z0-9]{4,15}$/, { error: 'not-a-registration-number' })
  .meta({
    id: 'RegistrationNumber',
    description: 'CNSS: nine digits; other bodies: 4 to 15 capital letters and digits.',
    examples: ['123456789'],
  });

export const inpe = z
  .string()
  .regex(/^[0-9]{9}$/, { error: 'not-an-inpe' })
  .meta({ id: 'Inpe', description: 'The national number of a provider.', examples: ['100000017'] });

export const keyLetter = z
  .string()
  .regex(/^[A-Za-z]{1,8}$/, { error: 'not-a-key-letter' })
  .meta({ id: 'KeyLetter', examples: ['C', 'Kc', 'B'] });

export const diagnosis = z
  .string()
  .regex(/^[A-Z][0-9]{2}(\.[0-9]{1,2})?$/, { error: 'not-a-diagnosis' })
  .meta({ id: 'Diagnosis', description: 'CIM-10.', examples: ['J20.9'] });

export const ACT_CODE = /^[A-Z0-9][A-Z0-9.-]{0,19}$/;
export const MEDICINE_CODE = /^[0-9]{13}$/;
