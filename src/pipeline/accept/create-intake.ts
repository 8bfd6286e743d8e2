import { asUnavailable } from '#db/client.ts';
import {
  type NewCareSheet,
  nextSheetIdBlock,
  readFundIds,
  SHEET_ID_BLOCK,
} from '#db/repositories/intake-repository.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { type AcceptRequest, type AcceptResult, acceptCareSheets } from './accept-care-sheets.ts';
import { createGroupCommit } from './group-commit.ts';

/** The way in: one for a process, so that its concurrent requests share transactions. */
export interface Intake {
  /**
   * Resolves after COMMIT. Throws `in-progress` while the same key is running here, and
   * `database-unavailable` when nobody knows: the sender then repeats with the same key.
   */
  accept(request: AcceptRequest): Promise<AcceptResult>;
}

const MAX_GROUP = 300;

export function createIntake(context: Context): Intake {
  const running = new Set<string>();
  const funds = createFundLookup(context);
  const takeIds = createIdSource(context);
  const submit = createGroupCommit<Omit<NewCareSheet, 'id'>, AcceptResult>(
    async (requests) => {
      const first = await takeIds(requests.length);
      const sheets = requests.map((request, index) => ({ ...request, id: first + index }));
      return acceptCareSheets(context, sheets);
    },
    { maxGroup: MAX_GROUP, maxInFlight: 2, spacing: 8 },
  );
  return {
    async accept({ organisationId, ...request }) {
      const fundId = await funds(request.sheet.fund).catch(asUnavailable);
      if (fundId === undefined) return { kind: 'unknown-fund' };
      const key = `${organisationId} ${request.idempotencyKey}`;
      if (running.has(key)) {
        throw new AppError('in-progress', 'The first request with this key is still running.');
      }
      running.add(key);
      try {
        return await submit({ ...request, submitterId: organisationId, fundId }).catch(
          asUnavailable,
        );
      } finally {
        running.delete(key);
      }
    },
  };
}

/** Funds are few and never change their id: a code that is not known yet is looked up again. */
function createFundLookup(context: Context) {
  let known = new Map<string, number>();
  return async (code: string): Promise<number | undefined> => {
    if (!known.has(code)) known = await readFundIds(context.database.as('intake'));
    return known.get(code);
  };
}

/** Ranges of ids out of blocks of a sequence; what is left of a block too small is dropped. */
function createIdSource(context: Context) {
  let next = 0;
  let end = 0;
  return async (count: number): Promise<number> => {
    if (next + count > end) {
      const block = await nextSheetIdBlock(context.database.as('intake'));
      [next, end] = [block, block + SHEET_ID_BLOCK];
    }
    const first = next;
    next += count;
    return first;
  };
}
