import { z } from 'zod';
import { calendarDate, documentNumber } from '#src/intake/identifier-schemas.ts';
import { problemSchema } from '../../schemas/problem.ts';

const refusedSchema = z.strictObject({
  line: z.int().min(1).meta({ description: 'Of the file, from 1; blank lines count.' }),
  number: documentNumber.optional(),
  status: z.int(),
  problem: problemSchema,
});

const endSchema = z.strictObject({
  counts: z.strictObject({ lines: z.int(), accepted: z.int(), refused: z.int() }),
  file: z
    .strictObject({
      id: z.int().meta({ description: '`file` of POST /v1/simulations.' }),
      contentHash: z.string().meta({ description: 'SHA-256 of the file, in hexadecimal.' }),
      receivedOn: calendarDate,
      period: z
        .strictObject({ from: calendarDate, to: calendarDate })
        .meta({ description: 'From the first to the last day of care in it.' }),
      expiresAt: z.iso.datetime().meta({ description: 'Later, if it is simulated once more.' }),
    })
    .nullable()
    .meta({ description: 'null where no line is a sheet, or not all of it was read.' }),
  problem: problemSchema
    .optional()
    .meta({ description: 'Why the rest was not read: send the file again.' }),
});

/** One line of the answer: a line that is refused or, last, the file. */
export const fileAnswerSchema = z
  .union([refusedSchema, endSchema])
  .meta({ id: 'SimulationFileAnswerLine' });

export type RefusedLine = z.output<typeof refusedSchema>;
export type FileEnd = z.output<typeof endSchema>;
