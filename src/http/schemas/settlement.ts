import { z } from 'zod';
import type { BatchRecord } from '#db/reads/settlement-batches.ts';
import { calendarDate } from '#src/intake/identifier-schemas.ts';
import { amountsSchema, toAmounts } from './amounts.ts';
import { cursor, limit, next } from './paging.ts';

export const batchSchema = z
  .strictObject({
    number: z.int(),
    upTo: calendarDate,
    entries: z.int().meta({ description: 'Care sheets that it pays.' }),
    payments: z.int().meta({ description: 'Transfers, one a payee.' }),
    held: z.int().meta({ description: 'Care sheets left open for want of a valid RIB.' }),
    totals: amountsSchema,
    bordereauHash: z.string(),
    sealedAt: z.iso.datetime(),
    sealedBy: z.string(),
    paidAt: z.iso.datetime().nullable(),
    paidBy: z.string().nullable(),
    links: z.strictObject({ self: z.string(), bordereau: z.string(), payments: z.string() }),
  })
  .meta({ id: 'SettlementBatch' });

export const batchListSchema = z
  .strictObject({ items: z.array(batchSchema), next })
  .meta({ id: 'SettlementBatchList' });

export const sealRequestSchema = z
  .strictObject({
    upTo: calendarDate.meta({ description: 'Payables decided on or before this day.' }),
  })
  .meta({ id: 'SealRequest' });

export const batchPage = z.strictObject({ limit, cursor });

export const batchParams = z.strictObject({
  number: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number),
});

export function toBatch(batch: BatchRecord): z.output<typeof batchSchema> {
  const self = `/v1/settlement-batches/${batch.number}`;
  return {
    number: batch.number,
    upTo: batch.upTo,
    entries: batch.entryCount,
    payments: batch.paymentCount,
    held: batch.heldCount,
    totals: toAmounts(batch),
    bordereauHash: batch.bordereauHash,
    sealedAt: batch.sealedAt.toISOString(),
    sealedBy: batch.sealedBy,
    paidAt: batch.paidAt?.toISOString() ?? null,
    paidBy: batch.paidBy,
    links: { self, bordereau: `${self}/bordereau.csv`, payments: `${self}/payments.csv` },
  };
}
