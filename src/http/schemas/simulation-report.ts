import { z } from 'zod';
import { amount, calendarDate } from '#src/intake/identifier-schemas.ts';
import { outcome } from './care-sheet.ts';

const difference = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Benefit after, less benefit before.', examples: ['-4.00'] });

const amounts = {
  ...{ submitted: amount, benefit: amount, copay: amount },
  ...{ overCap: amount, excess: amount, disallowed: amount },
};

const sheetSide = z
  .strictObject({ sheets: z.int(), pended: z.int(), ...amounts })
  .meta({ id: 'SimulatedSheets', description: 'Amounts of pended sheets are not counted.' });
const lineSide = z
  .strictObject({ lines: z.int(), pended: z.int(), ...amounts })
  .meta({ id: 'SimulatedLines', description: 'Amounts of pended sheets are not counted.' });

const ofSheets = { before: sheetSide, after: sheetSide, difference };
const ofLines = { before: lineSide, after: lineSide, difference };
const moved = { sheets: z.int(), difference };

function movers<Key extends z.ZodType>(name: string, key: Key) {
  const ranking = z.strictObject({
    count: z.int(),
    difference,
    first: z.array(z.strictObject({ [name]: key, difference })),
  });
  return z.strictObject({ lose: ranking, gain: ranking });
}

/** What a simulation found: nothing of when, by whom, or on how many workers. */
export const simulationReportSchema = z
  .strictObject({
    ruleset: z.strictObject({
      code: z.string(),
      version: z.int(),
      contentHash: z.string(),
      schemes: z.array(z.string()),
    }),
    period: z.strictObject({ from: calendarDate, to: calendarDate }),
    file: z
      .strictObject({
        contentHash: z.string().meta({ description: 'SHA-256 of the file, in hexadecimal.' }),
        receivedOn: calendarDate,
      })
      .optional()
      .meta({ description: 'Whose sheets are simulated; `careSheet` is then a line of it.' }),
    recordRevision: z.int(),
    leftOut: z.record(z.string(), z.int()).meta({
      description:
        'Sheets of the period that are not simulated, by status; lines of a file, by why.',
    }),
    sheets: z.strictObject({
      simulated: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      failed: z.int().meta({ description: 'Sheets that the engine could not decide.' }),
    }),
    total: z.strictObject(ofSheets),
    byFund: z.array(z.strictObject({ fund: z.string(), ...ofSheets })),
    byCategory: z.array(z.strictObject({ category: z.string(), ...ofLines })),
    byProvider: z.strictObject({
      count: z.int(),
      first: z
        .array(z.strictObject({ provider: z.string(), ...ofSheets }))
        .meta({ description: 'Those whose cost differs most.' }),
    }),
    byReason: z.array(z.strictObject({ reason: z.string(), ...ofLines })).meta({
      description: 'A line with two reasons is in both rows.',
    }),
    outcomes: z.array(z.strictObject({ before: outcome, after: outcome, ...moved })),
    undecidable: z
      .strictObject({
        sheets: z.int(),
        reasons: z.array(z.strictObject({ reason: z.string(), ...moved })),
        worst: z.array(z.strictObject({ careSheet: z.int(), difference })),
      })
      .meta({ description: 'Sheets that are decided and would wait for a person.' }),
    lateArrivals: z.strictObject(moved).meta({
      description:
        'Sheets that would change under the rules in force too: they, or another of their ' +
        'family, came after later care had been decided, and a simulation decides in the order ' +
        'of care.',
    }),
    careSheets: movers('careSheet', z.int()),
    insured: movers('insured', z.int()),
    providers: movers('provider', z.string()),
  })
  .meta({ id: 'SimulationReport' });
