import { z } from 'zod';
import { amount } from '#src/intake/identifier-schemas.ts';
import { amountsSchema } from './amounts.ts';
import { lineOutcome, outcome } from './care-sheet.ts';
import { reasonSchema } from './reason.ts';

export const HEADINGS = [
  'submitted',
  'benefit',
  'copay',
  'overCap',
  'excess',
  'disallowed',
] as const;
const heading = z.enum(HEADINGS);

const stepSchema = z
  .strictObject({
    rule: z.string().meta({ examples: ['cost-sharing/coverage-rate'] }),
    row: z.string().nullable(),
    source: z.string().nullable(),
    looked: z.record(z.string(), z.string()),
    movements: z.array(z.strictObject({ from: heading, to: heading, amount })),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ExplanationStep' });

/** What is left under each heading after a step that moved something. */
const levelSchema = z
  .strictObject({
    rule: z.string(),
    submitted: amount,
    benefit: amount,
    copay: amount,
    overCap: amount,
    excess: amount,
    disallowed: amount,
  })
  .meta({ id: 'WaterfallLevel' });

const explainedLineSchema = z
  .strictObject({
    number: z.int(),
    code: z.string(),
    outcome: lineOutcome,
    ruleset: z.string().nullable(),
    amounts: amountsSchema.nullable(),
    reasons: z.array(reasonSchema),
    steps: z.array(stepSchema),
    waterfall: z.array(levelSchema),
  })
  .meta({ id: 'ExplainedLine' });

/** Why a decision is what it is, line by line, from submitted down to benefit. */
export const explanationSchema = z
  .strictObject({
    id: z.int(),
    number: z.string(),
    revision: z.int(),
    outcome,
    totals: amountsSchema.nullable(),
    reasons: z.array(reasonSchema),
    lines: z.array(explainedLineSchema),
  })
  .meta({ id: 'Explanation' });

export type Explanation = z.output<typeof explanationSchema>;
