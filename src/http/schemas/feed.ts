import { z } from 'zod';
import { amount } from '#src/intake/identifier-schemas.ts';
import { outcome } from './care-sheet.ts';

const feedItemSchema = z
  .strictObject({
    kind: z.enum(['decided', 'pended', 'cancelled', 'settled', 'quarantined', 'requeued']),
    at: z.iso.datetime(),
    careSheet: z.strictObject({
      id: z.int(),
      number: z.string(),
      links: z.strictObject({ self: z.string(), explanation: z.string() }),
    }),
    revision: z.int(),
    outcome: outcome.nullable(),
    scheme: z.string().nullable(),
    submitted: amount.nullable(),
    benefit: amount.nullable(),
  })
  .meta({ id: 'Adjudication' });

export const feedSchema = z
  .strictObject({
    items: z.array(feedItemSchema),
    next: z.string().meta({ description: 'Where to go on, now or later.' }),
  })
  .meta({ id: 'AdjudicationFeed' });

export type FeedItem = z.output<typeof feedItemSchema>;
