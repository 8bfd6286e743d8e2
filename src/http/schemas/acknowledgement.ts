import { z } from 'zod';
import { documentNumber } from '#src/intake/identifier-schemas.ts';

/** Something to look at or to correct, at a place of the body. */
export const issueSchema = z
  .strictObject({ pointer: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'Issue' });

/** A care sheet was stored; its decision follows. */
export const acknowledgementSchema = z
  .strictObject({
    id: z.int(),
    number: documentNumber,
    status: z.literal('received'),
    receivedAt: z.iso.datetime(),
    warnings: z.array(issueSchema),
    links: z.strictObject({ self: z.string(), explanation: z.string() }),
  })
  .meta({ id: 'Acknowledgement' });

export type Acknowledgement = z.output<typeof acknowledgementSchema>;

export const validationSchema = z
  .strictObject({ valid: z.literal(true), warnings: z.array(issueSchema) })
  .meta({ id: 'Validation' });
