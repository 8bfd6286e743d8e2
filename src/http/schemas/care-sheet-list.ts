import { z } from 'zod';
import { REASON_CODES, type ReasonCode } from '#domain/decision/reason-codes.ts';
import {
  amount,
  bodyCode,
  calendarDate,
  documentNumber,
  inpe,
} from '#src/intake/identifier-schemas.ts';
import { OUTCOMES, outcome, status } from './care-sheet.ts';
import { cursor, limit, next } from './paging.ts';
import { reasonSchema } from './reason.ts';

const reasonCodes = Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]];

export const careSheetFilters = z.strictObject({
  number: documentNumber.optional().meta({ description: "The sender's own number (N° FSE)." }),
  status: status.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  reason: z.enum(reasonCodes).optional(),
  provider: inpe.optional(),
  fund: bodyCode.optional(),
  from: calendarDate.optional().meta({ description: 'First day of receipt.' }),
  to: calendarDate.optional().meta({ description: 'Last day of receipt.' }),
  limit,
  cursor,
});

/** A care sheet in a list. */
const careSheetHeadSchema = z
  .strictObject({
    id: z.int(),
    number: documentNumber,
    status,
    statusSince: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
    careOn: calendarDate,
    submitter: z.string(),
    fund: bodyCode,
    provider: inpe,
    submitted: amount,
    benefit: amount,
    outcome: outcome.nullable(),
    reasons: z.array(z.string()),
    settlementBatch: z.int().nullable(),
    pending: z
      .strictObject({ days: z.int(), reasons: z.array(reasonSchema) })
      .nullable()
      .meta({ description: 'Of a pended sheet: for how many days, and why.' }),
    links: z.strictObject({ self: z.string(), explanation: z.string() }),
  })
  .meta({ id: 'CareSheetHead' });

export const careSheetListSchema = z
  .strictObject({ items: z.array(careSheetHeadSchema), next })
  .meta({ id: 'CareSheetList' });

export type CareSheetHeadAnswer = z.output<typeof careSheetHeadSchema>;
