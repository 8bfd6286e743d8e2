import { z } from 'zod';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { amountsSchema } from './amounts.ts';
import { lineOutcome, outcome } from './care-sheet.ts';

const difference = z.string().regex(/^-?\d+\.\d{2}$/);

const side = z
  .strictObject({
    outcome: lineOutcome,
    amounts: amountsSchema.nullable(),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'ChangedSide', description: 'No amounts while the sheet is pended.' });

const changeSchema = z
  .strictObject({
    careSheet: z.int().meta({ description: 'In a simulation of a file, its line.' }),
    insured: z.int().nullable().meta({ description: 'A number of ours: it names nobody.' }),
    careOn: calendarDate,
    fund: z.string(),
    provider: z.string(),
    before: z.strictObject({ outcome, benefit: difference, reasons: z.array(z.string()) }),
    after: z.strictObject({ outcome, benefit: difference, reasons: z.array(z.string()) }),
    difference,
    lines: z.array(
      z.strictObject({
        number: z.int(),
        code: z.string(),
        category: z.string(),
        before: side,
        after: side,
        difference: z
          .strictObject({
            benefit: difference,
            copay: difference,
            overCap: difference,
            excess: difference,
            disallowed: difference,
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'SimulatedChange' });

export const changesSchema = z
  .strictObject({ items: z.array(changeSchema), next: z.string().nullable() })
  .meta({ id: 'SimulatedChanges' });

export type ChangeItem = z.output<typeof changeSchema>;
