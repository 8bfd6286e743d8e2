import { addMonths } from '#db/repositories/month-repository.ts';
import type { Context } from '#src/context.ts';

/** A worker that is down for most of a year still finds its month. */
const AHEAD = 12;

/** Sees to it that sheets of the coming months have their part of the partitioned tables. */
export async function prepareMonths({ database, logger }: Context): Promise<void> {
  const added = await addMonths(database.as('worker'), AHEAD);
  if (added > 0) logger.info({ added }, 'parts for coming months were added');
}
