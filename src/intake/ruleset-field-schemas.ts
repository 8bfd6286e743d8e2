import { z } from 'zod';
import type { Span } from '#domain/calendar/arithmetic.ts';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import { KINDS_OF_CARE } from '#domain/care-sheet/care-sheet.ts';
import type { LineCondition, Window } from '#domain/coverage/ruleset.ts';
import { parseAmount } from '#domain/money/centimes.ts';
import { parseRate } from '#domain/money/rate.ts';
import { CATEGORIES } from '#domain/nomenclature/category.ts';

export const dateField = z
  .string()
  .refine(isCalendarDate, 'Give a day that exists, as "2026-11-21".');

export const amountField = z
  .string()
  .refine(
    (text) => parseAmount(text) !== undefined,
    'Give an amount in MAD with two decimals, as "3000.00".',
  );

export const rateField = z
  .string()
  .refine(
    (text) => parseRate(text) !== undefined,
    'Give a share of 0 to 1 with at most four decimals, as "0.90".',
  );

export const codeField = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,59}$/, 'Give a code of capitals, digits and hyphens.');

export const sourceField = z
  .string()
  .trim()
  .min(3, 'Say where the row comes from: a law and its article, a page, a decision.')
  .max(500);

/** What every row of a ruleset carries. */
export const sourced = { code: codeField, source: sourceField };

const positive = z.int('Give a whole number.').positive('Give a number above 0.');
const age = z.int().min(0).max(150);
const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'Leave the condition out, or list at least one value.');

export const categoryField = z.enum(CATEGORIES);

export const spanField = z.union(
  [z.strictObject({ days: positive.max(36_500) }), z.strictObject({ months: positive.max(1200) })],
  'Give { "days": N } or { "months": N }: two months are not sixty days.',
) satisfies z.ZodType<Span>;

export const windowField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar-year') }),
  z.strictObject({ kind: z.literal('sliding-months'), months: positive.max(1200) }),
  z.strictObject({ kind: z.literal('lifetime') }),
]) satisfies z.ZodType<Window>;

export const conditionField = z
  .strictObject({
    schemes: listOf(codeField).exactOptional(),
    settings: listOf(z.enum(['ambulatory', 'stay'])).exactOptional(),
    kindsOfCare: listOf(z.enum(KINDS_OF_CARE)).exactOptional(),
    categories: listOf(categoryField).exactOptional(),
    acts: listOf(z.string().min(1)).exactOptional(),
    sectors: listOf(z.enum(['public', 'private'])).exactOptional(),
    specialties: listOf(z.string().min(1)).exactOptional(),
    illnesses: listOf(z.enum(['none', 'long-term', 'costly'])).exactOptional(),
    illnessCodes: listOf(z.string().min(1)).exactOptional(),
    medicineKinds: listOf(z.enum(['originator', 'generic', 'unspecified'])).exactOptional(),
    minAge: age.exactOptional(),
    maxAge: age.exactOptional(),
  })
  .refine(
    ({ minAge, maxAge }) => minAge === undefined || maxAge === undefined || minAge <= maxAge,
    { path: ['maxAge'], message: 'The highest age is below the lowest: no patient would match.' },
  ) satisfies z.ZodType<LineCondition>;
