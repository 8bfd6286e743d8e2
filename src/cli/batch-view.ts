import type { BatchRecord } from '#db/reads/settlement-batches.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { table } from './output.ts';

const HEADINGS = ['submitted', 'benefit', 'copay', 'overCap', 'excess', 'disallowed'] as const;

type Heading = (typeof HEADINGS)[number];

export interface BatchView {
  readonly fund: string;
  readonly number: number;
  readonly upTo: string;
  /** Care sheets that it pays, transfers, and sheets that wait for a valid RIB. */
  readonly entries: number;
  readonly payments: number;
  readonly held: number;
  /** Decimal strings; submitted is the sum of the others. */
  readonly totals: Readonly<Record<Heading, string>>;
  readonly sealedAt: string;
  readonly sealedBy: string;
  readonly paidAt: string | null;
  readonly paidBy: string | null;
}

/** A settlement batch as commands show it. */
export function batchView(fund: string, batch: BatchRecord): BatchView {
  const totals = HEADINGS.map((heading) => [heading, formatAmount(batch[heading])] as const);
  return {
    fund,
    number: batch.number,
    upTo: batch.upTo,
    entries: batch.entryCount,
    payments: batch.paymentCount,
    held: batch.heldCount,
    totals: Object.fromEntries(totals) as Record<Heading, string>,
    sealedAt: batch.sealedAt.toISOString(),
    sealedBy: batch.sealedBy,
    paidAt: batch.paidAt?.toISOString() ?? null,
    paidBy: batch.paidBy,
  };
}

export function batchText({ fund, number, upTo, totals, ...batch }: BatchView): string {
  const paid = batch.paidAt === null ? 'not paid yet' : `paid ${batch.paidAt} (${batch.paidBy})`;
  return [
    `Batch ${number} of ${fund}, decided up to ${upTo}: ${batch.entries} care sheets, ` +
      `${batch.payments} payments, ${batch.held} held for want of a valid RIB`,
    table(
      ['heading', 'amount'],
      HEADINGS.map((heading) => [heading, totals[heading]]),
    ),
    `sealed ${batch.sealedAt} (${batch.sealedBy}), ${paid}`,
  ].join('\n');
}
