import { readAs } from '#db/reads/read-as.ts';
import { type BatchRecord, findBatch } from '#db/reads/settlement-batches.ts';
import type { Caller } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import type { Api } from '../../api.ts';

/** A batch of the caller's fund; another fund's is not found. */
export async function findVisibleBatch(
  { context }: Api,
  { organisationId: fundId }: Caller,
  number: number,
): Promise<BatchRecord> {
  const batch = await readAs(context.database, fundId, (tx) => findBatch(tx, { fundId, number }));
  if (batch === undefined) throw new AppError('not-found', 'There is no such settlement batch.');
  return batch;
}
