import { inTransaction } from '#db/client.ts';
import { findBatch } from '#db/reads/settlement-batches.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { type BatchView, batchView } from './batch-view.ts';

export interface BatchPlace {
  readonly fund: string;
  readonly fundId: number;
  readonly number: number;
}

/** A sealed batch as commands show it; throws `not-found`. */
export async function readBatch(context: Context, place: BatchPlace): Promise<BatchView> {
  const { fund, number } = place;
  const batch = await inTransaction(context.database.as('settlement'), (tx) =>
    findBatch(tx, place),
  );
  if (batch === undefined) throw new AppError('not-found', `${fund} has no batch ${number}.`);
  return batchView(fund, batch);
}
