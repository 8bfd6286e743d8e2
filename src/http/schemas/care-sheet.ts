import { z } from 'zod';
import { CARE_SHEET_STATUSES } from '#db/schema/care-sheets.ts';
import { KINDS_OF_CARE, PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import {
  amount,
  bodyCode,
  calendarDate,
  coefficient,
  documentNumber,
  inpe,
} from '#src/intake/identifier-schemas.ts';
import { amountsSchema } from './amounts.ts';
import { reasonSchema } from './reason.ts';

export const status = z.enum(CARE_SHEET_STATUSES).meta({ id: 'CareSheetStatus' });

export const OUTCOMES = ['approved', 'partial', 'rejected', 'pended'] as const;
export const outcome = z.enum(OUTCOMES).meta({ id: 'SheetOutcome' });
export const lineOutcome = z
  .enum(['approved', 'reduced', 'denied', 'pended'])
  .meta({ id: 'LineOutcome' });

const lineSchema = z
  .strictObject({
    number: z.int(),
    kind: z.enum(['act', 'medicine']),
    code: z.string(),
    keyLetter: z.string().nullable(),
    coefficient: coefficient.nullable(),
    quantity: z.int(),
    unitPrice: amount,
    date: calendarDate,
    diagnosis: z.string().nullable().optional().meta({
      description: 'CIM-10; absent for a caller whose role does not see diagnoses.',
    }),
  })
  .meta({ id: 'LineItem' });

const lineDecisionSchema = z
  .strictObject({
    number: z.int(),
    outcome: lineOutcome,
    unitsAllowed: z.int(),
    tariff: amount.nullable(),
    amounts: amountsSchema.nullable(),
    ruleset: z
      .string()
      .nullable()
      .meta({ examples: ['AMO-90-100@1'] }),
    reasons: z.array(reasonSchema),
  })
  .meta({ id: 'LineDecision' });

const decisionSchema = z
  .strictObject({
    revision: z.int(),
    outcome,
    decidedAt: z.iso.datetime(),
    decidedOn: calendarDate,
    scheme: z.string().nullable(),
    payee: z.strictObject({ kind: z.enum(['provider', 'insured']), key: z.string() }),
    totals: amountsSchema.nullable(),
    reasons: z.array(reasonSchema),
    lines: z.array(lineDecisionSchema),
  })
  .meta({ id: 'Decision', description: 'Amounts are provisional while the outcome is pended.' });

/** A care sheet with its status and decision. */
export const careSheetAnswerSchema = z
  .strictObject({
    id: z.int(),
    number: documentNumber,
    status,
    statusSince: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    receivedOn: calendarDate,
    submitter: z.string(),
    fund: bodyCode,
    insured: z.strictObject({ issuer: z.string(), number: z.string() }),
    patient: z.strictObject({
      relationship: z.enum(RELATIONSHIPS),
      rank: z.int(),
      birthDate: calendarDate,
    }),
    provider: inpe,
    prescriber: inpe.nullable(),
    prescription: z
      .strictObject({ number: documentNumber.nullable(), date: calendarDate })
      .nullable(),
    kindOfCare: z.enum(KINDS_OF_CARE),
    stay: z.strictObject({ admission: calendarDate, discharge: calendarDate }).nullable(),
    payment: z.enum(PAYMENT_MODES),
    lines: z.array(lineSchema),
    decision: decisionSchema.nullable(),
    settlementBatch: z.int().nullable().meta({ description: 'Of the fund: the one that pays it.' }),
    paymentHold: reasonSchema.nullable(),
    links: z.strictObject({ self: z.string(), explanation: z.string() }),
  })
  .meta({ id: 'CareSheet' });

export type CareSheetAnswer = z.output<typeof careSheetAnswerSchema>;
