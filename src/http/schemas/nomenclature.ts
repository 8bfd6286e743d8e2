import { z } from 'zod';
import { amount, calendarDate, coefficient } from '#src/intake/identifier-schemas.ts';
import { cursor, limit, next } from './paging.ts';

const search = z
  .string()
  .regex(/^[^\p{Cc}]{2,100}$/u, { error: 'not-a-search' })
  .optional()
  .meta({ description: 'A part of the code or the name, of 2 to 100 characters.' });

/** The day whose versions are wanted; today in Morocco unless told. */
export const onDate = calendarDate
  .optional()
  .meta({ description: 'Date of care; today unless told.' });

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, { error: 'not-a-code' })
  .meta({ examples: ['AMO-90-100'] });

export const pageOnDate = z.strictObject({ search, date: onDate, limit, cursor });
export const atDate = z.strictObject({ date: onDate });
export const byCode = z.strictObject({ code });

export const tariffFilters = z.strictObject({
  grid: code.optional(),
  sector: z.enum(['public', 'private']).optional(),
  date: onDate,
});

const validity = { validFrom: calendarDate, validTo: calendarDate.nullable() };

export const actSchema = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    category: z.string(),
    pricing: z.enum(['rating', 'package']),
    keyLetter: z.string().nullable(),
    coefficient: coefficient.nullable(),
    reimbursable: z.boolean(),
    ...validity,
  })
  .meta({ id: 'Act' });

export const actListSchema = z
  .strictObject({ items: z.array(actSchema), next })
  .meta({ id: 'ActList' });

export const medicineSchema = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    substance: z.string(),
    presentation: z.string(),
    kind: z.enum(['originator', 'generic', 'unspecified']),
    reimbursable: z.boolean(),
    publicPrice: amount,
    hospitalPrice: amount,
    basePrice: amount,
    ...validity,
  })
  .meta({ id: 'Medicine' });

export const medicineListSchema = z
  .strictObject({ items: z.array(medicineSchema), next })
  .meta({ id: 'MedicineList' });

const tariffSchema = z
  .strictObject({
    grid: z.string(),
    keyLetter: z.string().nullable(),
    act: z.string().nullable(),
    sector: z.enum(['public', 'private']),
    fund: z.string().nullable().meta({ description: 'null: every fund.' }),
    amount,
    status: z.enum(['in-force', 'signed-not-applied', 'proposed']),
    source: z.string(),
    ...validity,
  })
  .meta({ id: 'Tariff' });

export const tariffListSchema = z
  .strictObject({ items: z.array(tariffSchema) })
  .meta({ id: 'TariffList' });
