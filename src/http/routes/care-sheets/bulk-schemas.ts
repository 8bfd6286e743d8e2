import { z } from 'zod';
import { documentNumber } from '#src/intake/identifier-schemas.ts';
import { issueSchema } from '../../schemas/acknowledgement.ts';
import { problemSchema } from '../../schemas/problem.ts';

const line = z.int().min(1).meta({ description: 'Of the body, from 1; blank lines count.' });

const storedSchema = z.strictObject({
  line,
  number: documentNumber,
  status: z.literal(202),
  id: z.int(),
  idempotencyHit: z.literal(true).optional().meta({ description: 'It was here already.' }),
  warnings: z.array(issueSchema).optional(),
});

const refusedSchema = z.strictObject({
  line,
  number: documentNumber.optional(),
  status: z.int(),
  problem: problemSchema,
});

const countsSchema = z.strictObject({
  counts: z.strictObject({
    lines: z.int(),
    accepted: z.int(),
    replayed: z.int(),
    refused: z.int(),
  }),
  problem: problemSchema
    .optional()
    .meta({ description: 'Why the rest was not read: send again what has no result.' }),
});

/** One line of the answer: the result of one line of the body or, last, the counts. */
export const bulkAnswerSchema = z
  .union([storedSchema, refusedSchema, countsSchema])
  .meta({ id: 'BulkAnswerLine' });

export type BulkLine = z.output<typeof storedSchema> | z.output<typeof refusedSchema>;
export type BulkCounts = z.output<typeof countsSchema>['counts'];
