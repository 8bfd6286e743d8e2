import { z } from 'zod';
import {
  amount,
  bodyCode,
  calendarDate,
  registrationNumber,
} from '#src/intake/identifier-schemas.ts';

export const insuredParams = z.strictObject({ issuer: bodyCode, number: registrationNumber });

const windowSchema = z
  .strictObject({
    kind: z.enum(['calendar-year', 'sliding-months', 'lifetime']),
    months: z.int().nullable(),
    from: calendarDate.nullable().meta({ description: 'The first day that counts.' }),
    to: calendarDate.meta({ description: 'The last: the date that was asked for.' }),
  })
  .meta({ id: 'AccumulatorWindow' });

const accumulatorSchema = z
  .strictObject({
    cap: z.string().meta({ examples: ['CAP-DENTAL-PROSTHESIS'] }),
    per: z.enum(['patient', 'family']),
    patientRank: z.int().nullable().meta({ description: 'null for the whole family.' }),
    window: windowSchema,
    amount,
    used: amount,
    remaining: amount,
    source: z.string(),
  })
  .meta({ id: 'Accumulator' });

export const accumulatorsAnswer = z
  .strictObject({
    date: calendarDate,
    scheme: z.string(),
    ruleset: z.string().nullable(),
    items: z.array(accumulatorSchema),
  })
  .meta({ id: 'Accumulators' });

export type AccumulatorAnswer = z.output<typeof accumulatorSchema>;
