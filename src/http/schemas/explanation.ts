import { z } from 'zod';
import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import { amount, calendarDate, documentNumber } from '#src/intake/identifier-schemas.ts';
import { amountsSchema } from './amounts.ts';
import { lineOutcome, outcome } from './care-sheet.ts';
import { reasonSchema } from './reason.ts';
import { stepAccumulatorSchema } from './step-accumulator.ts';

export const HEADINGS = [
  'submitted',
  'benefit',
  'copay',
  'overCap',
  'excess',
  'disallowed',
] as const;
const heading = z.enum(HEADINGS);

/** What stands under each heading; the sum is what was submitted, always. */
const balanceSchema = z
  .strictObject({
    submitted: amount.meta({ description: 'What no step has decided yet.' }),
    benefit: amount,
    copay: amount,
    overCap: amount,
    excess: amount,
    disallowed: amount,
  })
  .meta({ id: 'Balance' });

export type BalanceAnswer = z.output<typeof balanceSchema>;

const tariffRowSchema = z
  .strictObject({
    row: z.string().meta({ description: 'Key letter, act or medicine.' }),
    validFrom: calendarDate,
    grid: z.string().nullable(),
    sector: z.string().nullable(),
    value: amount.nullable().meta({
      description: 'Of the key letter, of the package, or the least price of the medicine.',
    }),
    coefficient: z.string().nullable(),
  })
  .meta({ id: 'TariffRow' });

const stepSchema = z
  .strictObject({
    rule: z.string().meta({ examples: ['cost-sharing/coverage-rate'] }),
    title: z.string().meta({ description: 'Of the rule, in the language of the caller.' }),
    reference: z
      .string()
      .nullable()
      .meta({ description: 'Where the rule comes from; null for a rule of the past.' }),
    ruleset: z.string().nullable(),
    row: z.string().nullable(),
    source: z.string().nullable().meta({ description: 'Where the row comes from.' }),
    looked: z.record(z.string(), z.string()),
    tariff: tariffRowSchema.nullable(),
    accumulator: stepAccumulatorSchema.nullable(),
    movements: z.array(z.strictObject({ from: heading, to: heading, amount })),
    balance: balanceSchema,
    reason: z.string().nullable(),
  })
  .meta({ id: 'ExplanationStep' });

const explainedLineSchema = z
  .strictObject({
    number: z.int(),
    code: z.string(),
    date: calendarDate,
    outcome: lineOutcome,
    ruleset: z
      .strictObject({ id: z.string(), from: calendarDate, to: calendarDate.nullable() })
      .nullable()
      .meta({ id: 'ExplainedRuleset' }),
    unitsAllowed: z.int(),
    tariff: amount.nullable(),
    amounts: amountsSchema.nullable(),
    reasons: z.array(reasonSchema),
    start: balanceSchema,
    steps: z.array(stepSchema),
  })
  .meta({ id: 'ExplainedLine' });

/** Why a decision is what it is, line by line, from submitted down to benefit. */
export const explanationSchema = z
  .strictObject({
    id: z.int(),
    number: documentNumber,
    revision: z.int(),
    language: z.enum(LANGUAGES),
    decidedAt: z.iso.datetime(),
    outcome,
    scheme: z.string().nullable(),
    fund: z.string(),
    totals: amountsSchema.nullable(),
    reasons: z.array(reasonSchema),
    lines: z.array(explainedLineSchema),
  })
  .meta({ id: 'Explanation' });

export type Explanation = z.output<typeof explanationSchema>;
