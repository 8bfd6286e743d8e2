import { z } from 'zod';

/** What a line found used of a cap or of a limit, and what it left. */
export const stepAccumulatorSchema = z
  .strictObject({
    row: z.string().meta({ description: 'Of the ruleset.', examples: ['CAP-DENTAL-PROSTHESIS'] }),
    kind: z.enum(['benefit', 'units']),
    limit: z.string().meta({ description: 'An amount, or a count of units.' }),
    before: z.string(),
    after: z.string(),
    source: z.string(),
  })
  .meta({ id: 'StepAccumulator' });

export type StepAccumulator = z.output<typeof stepAccumulatorSchema>;
