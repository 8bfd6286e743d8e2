import { z } from 'zod';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { rulesetSchema } from '#src/intake/ruleset-schema.ts';
import { whenRight } from '#src/intake/when-right.ts';
import { simulationReportSchema } from './simulation-report.ts';

/** A stored version or a document that is none yet, over a period or a file: one of each two. */
export const simulationRequestSchema = z
  .strictObject({
    ruleset: z
      .strictObject({
        code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/),
        version: z.int().min(1).max(999_999_999),
      })
      .optional()
      .meta({ description: 'A stored version, whatever its status.' }),
    document: rulesetSchema.optional().meta({ description: 'A ruleset that is not stored.' }),
    period: z
      .strictObject({ from: calendarDate, to: calendarDate })
      .refine(({ from, to }) => from <= to, { error: 'period-reversed', path: ['to'] })
      .optional()
      .meta({ description: 'Dates of care. The ruleset counts as in force over all of it.' }),
    file: z
      .int()
      .min(1)
      .optional()
      .meta({
        description:
          'What POST /v1/simulations/files gave, in place of a period: its sheets, decided under ' +
          'the rules in force and under this ruleset, which counts as in force on all its days.',
      }),
  })
  .superRefine(
    ({ ruleset, document }, context) => {
      if ((ruleset === undefined) !== (document === undefined)) return;
      context.addIssue({ code: 'custom', path: ['ruleset'], message: 'one-ruleset' });
    },
    whenRight('ruleset', 'document'),
  )
  .superRefine(
    ({ period, file }, context) => {
      if ((period === undefined) !== (file === undefined)) return;
      context.addIssue({ code: 'custom', path: ['period'], message: 'one-scope' });
    },
    whenRight('period', 'file'),
  )
  .meta({ id: 'SimulationRequest' });

const header = {
  id: z.int(),
  status: z.enum(['planning', 'running', 'done', 'cancelled', 'failed']),
  ruleset: z.strictObject({
    code: z.string(),
    version: z.int().meta({ description: '0 for a document that is not stored.' }),
    contentHash: z.string(),
  }),
  period: z.strictObject({ from: calendarDate, to: calendarDate }),
  file: z.int().nullable().meta({ description: 'null where stored sheets are simulated.' }),
  recordRevision: z.int(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  progress: z.strictObject({
    sheets: z.int().nullable().meta({ description: 'null until it is planned.' }),
    done: z.int(),
  }),
  links: z.strictObject({ self: z.string(), changes: z.string() }),
};

export const simulationSummarySchema = z.strictObject(header).meta({ id: 'SimulationSummary' });

export const simulationListSchema = z
  .strictObject({ items: z.array(simulationSummarySchema), next: z.string().nullable() })
  .meta({ id: 'SimulationList' });

export const simulationSchema = z
  .strictObject({
    ...header,
    report: simulationReportSchema.nullable(),
    reportHash: z
      .string()
      .nullable()
      .meta({ description: 'SHA-256 of the report as canonical JSON, in hexadecimal.' }),
  })
  .meta({ id: 'Simulation' });

export type SimulationSummary = z.output<typeof simulationSummarySchema>;
export type SimulationAnswer = z.output<typeof simulationSchema>;
