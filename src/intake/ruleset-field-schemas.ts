import { z } from 'zod';
import type { Span } from '#domain/calendar/arithmetic.ts';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import type { Window } from '#domain/coverage/ruleset.ts';
import { parseAmount } from '#domain/money/centimes.ts';
import { parseRate } from '#domain/money/rate.ts';
import { CATEGORIES } from '#domain/nomenclature/category.ts';

// The `error` of each check below is the code of the issue; `messages/` has its sentences.

export const dateField = z
  .string()
  .refine(isCalendarDate, { error: 'not-a-date' })
  .meta({ format: 'date', examples: ['2026-11-21'] });

export const amountField = z
  .string()
  .refine((text) => parseAmount(text) !== undefined, { error: 'not-an-amount' })
  .meta({ pattern: '^(0|[1-9][0-9]{0,9})\\.[0-9]{2}$', examples: ['3000.00'] });

export const rateField = z
  .string()
  .superRefine(checkRate)
  .meta({ pattern: '^(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)$', examples: ['0.90'] });

/** What is written as a number above 1 is told apart: most often somebody wrote per cents. */
function checkRate(text: string, context: z.RefinementCtx): void {
  if (parseRate(text) !== undefined) return;
  const isAbove = /^[0-9]+(\.[0-9]+)?$/.test(text) && Number(text) > 1;
  context.addIssue({ code: 'custom', message: isAbove ? 'rate-above-one' : 'not-a-rate' });
}

export const codeField = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,59}$/, { error: 'not-a-row-code' })
  .meta({ examples: ['DENTAL'] });

/** The code of an act of the nomenclature, or the 13 digits of a medicine. */
export const careCodeField = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,19}$/, { error: 'not-an-act-code' })
  .meta({ examples: ['C', '6118000140213'] });

export const sourceField = z
  .string()
  .trim()
  .min(3, { error: 'source-missing' })
  .max(500)
  .meta({ description: 'Where the row comes from: a law and its article, a page, a decision.' });

/** What every row of a ruleset carries. */
export const sourced = {
  code: codeField.meta({ description: 'Names the row in decisions; one row of the ruleset only.' }),
  source: sourceField,
};

/** A list that says nothing when it is empty, since a row without it is for all. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, { error: 'empty-list' });

export const wholeNumber = (range: { readonly from: number; readonly to: number }) =>
  z.int().min(range.from).max(range.to);

export const ageField = wholeNumber({ from: 0, to: 150 });
export const categoryField = z.enum(CATEGORIES);
export const sectorField = z.enum(['public', 'private']);
export const sexField = z.enum(['M', 'F']);

export const spanField = z
  .union(
    [
      z.strictObject({
        days: wholeNumber({ from: 1, to: 36_500 }).meta({ description: 'Days.' }),
      }),
      z.strictObject({
        months: wholeNumber({ from: 1, to: 1200 }).meta({ description: 'Calendar months.' }),
      }),
    ],
    { error: 'not-a-span' },
  )
  .meta({
    description: 'Days or calendar months: two months are not sixty days.',
  }) satisfies z.ZodType<Span>;

export const windowField = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('calendar-year').meta({ description: 'From 1 January.' }),
    }),
    z.strictObject({
      kind: z.literal('sliding-months').meta({ description: 'The months before the care.' }),
      months: wholeNumber({ from: 1, to: 1200 }).meta({ description: 'How many.' }),
    }),
    z.strictObject({ kind: z.literal('lifetime').meta({ description: 'Since ever.' }) }),
  ])
  .meta({
    description: 'The time over which is counted, on dates of care.',
  }) satisfies z.ZodType<Window>;
