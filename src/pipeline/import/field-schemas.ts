import { z } from 'zod';
import { isCalendarDate } from '#domain/calendar/calendar-date.ts';
import { isInpe } from '#domain/identifiers/inpe.ts';
import { isRib } from '#domain/identifiers/rib.ts';
import { parseAmount, parsePrice } from '#domain/money/centimes.ts';
import { parseCoefficient } from '#domain/money/coefficient.ts';
import { parseRate } from '#domain/money/rate.ts';

// The cells of a CSV are texts; NDJSON has numbers, booleans and lists too. Both are read here.
// The `error` of each field is the code of the issue; an empty cell never gets here.

/** Text of people: no control characters, at most so many characters. */
export const text = (most: number) =>
  z
    .string({ error: 'not-a-text' })
    .max(most, { error: 'not-a-text' })
    .regex(/^\P{Cc}*$/u, { error: 'not-a-text' });

export const matching = (pattern: RegExp, error: string) =>
  z.string({ error }).regex(pattern, { error });

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: 'not-one-of' });

/** "2026-11-21" */
export const date = z.string({ error: 'not-a-date' }).refine(isCalendarDate, 'not-a-date');

/** "80.00", in centimes. */
export const amount = z.string({ error: 'not-an-amount' }).transform(read(parseAmount));

/** A price of a public file, "95.5", in centimes. */
export const price = z.string({ error: 'not-a-price' }).transform(read(parsePrice, 'not-a-price'));

/** "0.70", in 1/10,000. */
export const rate = z.string({ error: 'not-a-rate' }).transform(read(parseRate, 'not-a-rate'));

/** "12.5", in hundredths. */
export const coefficient = z
  .string({ error: 'not-a-coefficient' })
  .transform(read(parseCoefficient, 'not-a-coefficient'));

export const wholeNumber = (from: number, to: number) =>
  z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      { error: 'not-a-number' },
    )
    .refine((value) => value >= from && value <= to, { error: 'not-a-number' });

export const flag = z.union(
  [z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')],
  { error: 'not-a-flag' },
);

/** A list of NDJSON, or a cell with "|" between its items. */
export const listOf = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split('|').map((part) => part.trim()) : value),
    z.array(item, { error: 'not-valid' }).max(100, { error: 'not-valid' }),
  );

/** Absent is null. */
export const optional = <Field extends z.ZodType>(field: Field) =>
  field.optional().transform((value) => value ?? null);

export const code = matching(/^[A-Z0-9][A-Z0-9-]{0,59}$/, 'not-a-code');

export const inpe = z.string({ error: 'not-an-inpe' }).refine(isInpe, 'not-an-inpe');

/** 24 digits; blanks, which print between its parts, are dropped. */
export const rib = z
  .string({ error: 'not-a-rib' })
  .transform((value) => value.replace(/\s/g, ''))
  .refine(isRib, { error: 'not-a-rib' });

export const sex = oneOf(['M', 'F']);
export const sector = oneOf(['public', 'private']);

function read<Value>(parse: (value: string) => Value | undefined, error = 'not-an-amount') {
  return (value: string, context: z.RefinementCtx): Value => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  };
}
