import { z } from 'zod';
import { amount, bodyCode, calendarDate } from '#src/intake/identifier-schemas.ts';
import { MISSING_KINDS } from '#src/pipeline/estimate/decide-estimate.ts';
import { amountsSchema } from './amounts.ts';
import { lineOutcome, outcome } from './care-sheet.ts';
import { reasonSchema } from './reason.ts';
import { stepAccumulatorSchema } from './step-accumulator.ts';

/** Who would pay what of a line or of a sheet. */
const shares = {
  amounts: amountsSchema.nullable().meta({ description: 'null where a tariff is missing.' }),
  fundPays: amount.nullable(),
  patientPays: amount.nullable().meta({
    description: 'copay + overCap + excess + disallowed.',
  }),
};

const missingSchema = z
  .strictObject({ kind: z.enum(MISSING_KINDS), line: z.int(), reason: reasonSchema })
  .meta({ id: 'MissingForDecision' });

const estimatedLineSchema = z
  .strictObject({
    number: z.int(),
    code: z.string(),
    date: calendarDate,
    outcome: lineOutcome,
    unitsAllowed: z.int(),
    tariff: amount.nullable(),
    ...shares,
    ruleset: z
      .string()
      .nullable()
      .meta({ examples: ['AMO-90-100@1'] }),
    reasons: z.array(reasonSchema),
    accumulators: z.array(stepAccumulatorSchema),
  })
  .meta({ id: 'EstimatedLine' });

/** What would be decided, were the sheet sent now. */
export const estimateAnswerSchema = z
  .strictObject({
    binding: z.literal(false),
    statement: z.string(),
    estimatedAt: z.iso.datetime(),
    receivedOn: calendarDate.meta({
      description: 'The day for which it counts as received: today, or the last day of the care.',
    }),
    outcome: outcome.meta({
      description: 'pended: a person would look at it, or something is missing.',
    }),
    fund: bodyCode,
    scheme: z.string().nullable(),
    payee: z.enum(['provider', 'insured']),
    totals: z.strictObject(shares).meta({ id: 'EstimatedTotals' }),
    missing: z.array(missingSchema).meta({ description: 'Amounts are as if it were there.' }),
    reasons: z.array(reasonSchema),
    lines: z.array(estimatedLineSchema),
  })
  .meta({ id: 'Estimate' });

export type EstimateAnswer = z.output<typeof estimateAnswerSchema>;
