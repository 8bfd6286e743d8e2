import { findKnownNumbers, type KnownNumber } from '#db/repositories/bulk-repository.ts';
import {
  insertCareSheets,
  type NewCareSheet,
  nextSheetIdBlock,
  SHEET_ID_BLOCK,
} from '#db/repositories/intake-repository.ts';
import type { Context } from '#src/context.ts';

/** Whose sheets they are: from the credential, never from the body. */
export interface Uploader {
  readonly organisationId: number;
  readonly clientId: string;
}

export type PendingSheet = Omit<NewCareSheet, 'id'>;

export type StoreResult = {
  readonly kind: 'accepted' | 'replayed' | 'number-taken';
  readonly id: number;
};

export interface SheetStore {
  /**
   * Stores sheets of different numbers in one transaction, leaving out those that are there
   * already. Gives results by number; one without a result was taken by other requests each time.
   */
  store(sheets: readonly PendingSheet[]): Promise<Map<string, StoreResult>>;
  /** Like what is stored under its number, or not. */
  compare(sheets: readonly Numbered[]): Promise<Map<Numbered, StoreResult>>;
}

type Numbered = Pick<PendingSheet, 'bodyHash'> & { readonly sheet: { readonly number: string } };

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

export function createSheetStore(
  context: Context,
  { organisationId, clientId }: Uploader,
): SheetStore {
  const pool = context.database.as('intake');
  const takeIds = createIdRanges(context);
  /** Who repeats one group repeats the next: then it pays to look before the insert fails. */
  let isRepeated = false;

  async function insert(sheets: readonly PendingSheet[]): Promise<number> {
    const first = await takeIds(sheets.length);
    const numbered = sheets.map((sheet, index) => ({ ...sheet, id: first + index }));
    context.ring(await insertCareSheets(pool, numbered, clientId));
    return first;
  }

  async function compare(sheets: readonly Numbered[]): Promise<Map<Numbered, StoreResult>> {
    const numbers = sheets.map(({ sheet }) => sheet.number);
    const known = await findKnownNumbers(pool, organisationId, numbers);
    const byNumber = new Map(known.map((row) => [row.number, row]));
    const results = new Map<Numbered, StoreResult>();
    for (const sheet of sheets) {
      const earlier = byNumber.get(sheet.sheet.number);
      if (earlier !== undefined) results.set(sheet, repeated(earlier, sheet.bodyHash));
    }
    return results;
  }

  async function place(sheets: readonly PendingSheet[], results: Map<string, StoreResult>) {
    let rest = sheets;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (attempt > 0 || isRepeated) {
        const known = await compare(rest);
        for (const [{ sheet }, result] of known) results.set(sheet.number, result);
        rest = rest.filter((sheet) => !known.has(sheet));
      }
      if (rest.length === 0) return;
      const first = await insert(rest).catch(unlessCollision);
      isRepeated = first === undefined;
      if (first === undefined) continue;
      rest.forEach(({ sheet }, index) => {
        results.set(sheet.number, { kind: 'accepted', id: first + index });
      });
      return;
    }
    // Others store the same sheets in another order: one at a time nobody can lock another out.
    if (rest.length > 1) for (const sheet of rest) await place([sheet], results);
  }

  return {
    compare,
    async store(sheets) {
      const results = new Map<string, StoreResult>();
      await place(sheets, results);
      return results;
    },
  };
}

function repeated({ id, bodyHash }: KnownNumber, sent: string): StoreResult {
  return { kind: bodyHash === sent ? 'replayed' : 'number-taken', id };
}

function unlessCollision(error: unknown): undefined {
  const code = (error as { code?: unknown })?.code;
  if (code !== UNIQUE_VIOLATION && code !== DEADLOCK) throw error;
  return undefined;
}

/** Ranges out of blocks of a sequence; what is left of a block too small is dropped. */
function createIdRanges({ database }: Context): (count: number) => Promise<number> {
  let next = 0;
  let end = 0;
  return async (count) => {
    if (next + count > end) {
      const block = await nextSheetIdBlock(database.as('intake'));
      [next, end] = [block, block + SHEET_ID_BLOCK];
    }
    const first = next;
    next += count;
    return first;
  };
}
