import { z } from 'zod';

const value = z.unknown().meta({ description: 'JSON; absent where the field is.' });

const fieldSchema = z.strictObject({
  path: z.string().meta({ examples: ['rate', 'when.categories'] }),
  before: value.optional(),
  after: value.optional(),
});

const sentence = z.string().meta({
  description: 'The change in words, in the language of the caller.',
  examples: ['taux de la ligne ROUTINE : 90 % → 85 %'],
});

const row = { list: z.string(), code: z.string(), sentence };

/** One thing that differs between two documents. */
const changeSchema = z
  .discriminatedUnion('kind', [
    fieldSchema.extend({ kind: z.literal('field-changed'), sentence }),
    z.strictObject({
      ...row,
      kind: z.enum(['row-added', 'row-removed']),
      position: z.int(),
      row: z.unknown(),
    }),
    z.strictObject({ ...row, kind: z.literal('row-changed'), fields: z.array(fieldSchema) }),
    z.strictObject({
      kind: z.literal('rows-reordered'),
      list: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
      sentence,
    }),
  ])
  .meta({ id: 'RulesetChange' });

export const comparisonSchema = z
  .strictObject({
    code: z.string(),
    from: z.int(),
    to: z.int(),
    changes: z.array(changeSchema),
  })
  .meta({ id: 'RulesetComparison' });
export type Comparison = z.output<typeof comparisonSchema>;
