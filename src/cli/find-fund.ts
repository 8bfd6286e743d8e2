import { inTransaction } from '#db/client.ts';
import { readFundIds } from '#db/repositories/intake-repository.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

/** The organisation of a fund by its code; throws `not-found` with the codes that there are. */
export async function findFund(context: Context, code: string): Promise<number> {
  const funds = await inTransaction(context.database.as('settlement'), readFundIds);
  const id = funds.get(code);
  if (id !== undefined) return id;
  const known = [...funds.keys()].sort().join(', ');
  throw new AppError('not-found', `There is no fund ${code}. There are: ${known || 'none yet'}.`);
}
