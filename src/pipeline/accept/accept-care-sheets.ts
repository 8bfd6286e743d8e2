import {
  findIdempotencyKey,
  findSheetId,
  insertCareSheets,
  type NewCareSheet,
} from '#db/repositories/intake-repository.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

export interface AcceptRequest {
  /** The organisation of the caller's credential, never of the body. */
  readonly organisationId: number;
  readonly clientId: string;
  readonly idempotencyKey: string;
  readonly bodyHash: string;
  /** The body as it arrived. */
  readonly document: string;
  readonly sheet: CareSheet;
  readonly receivedAt: Date;
}

export type AcceptResult =
  | { readonly kind: 'accepted' | 'replayed'; readonly id: number; readonly receivedAt: Date }
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'number-taken'; readonly id: number }
  | { readonly kind: 'unknown-fund' };

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/**
 * Stores new sheets in one transaction. When one of them is there already, each is tried alone,
 * so that a repeated request never spoils its neighbours.
 */
export async function acceptCareSheets(
  context: Context,
  sheets: readonly NewCareSheet[],
): Promise<PromiseSettledResult<AcceptResult>[]> {
  try {
    await store(context, sheets);
    return sheets.map(({ id, receivedAt }) => ({
      status: 'fulfilled',
      value: { kind: 'accepted', id, receivedAt },
    }));
  } catch (error) {
    if (!isCollision(error)) throw error;
    return Promise.allSettled(sheets.map((sheet) => acceptAlone(context, sheet)));
  }
}

async function store({ database, ring }: Context, sheets: readonly NewCareSheet[]): Promise<void> {
  const clients = [...new Set(sheets.map(({ clientId }) => clientId))].sort().join(' ');
  ring(await insertCareSheets(database.as('intake'), sheets, clients));
}

async function acceptAlone(context: Context, sheet: NewCareSheet): Promise<AcceptResult> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const known = await findEarlier(context, sheet);
    if (known !== undefined) return known;
    try {
      await store(context, [sheet]);
      return { kind: 'accepted', id: sheet.id, receivedAt: sheet.receivedAt };
    } catch (error) {
      // Somebody stored the same key or number in between: look again.
      if (!isCollision(error)) throw error;
    }
  }
  throw new AppError('conflict', 'The same care sheet is being sent by several requests at once.');
}

async function findEarlier(
  context: Context,
  sheet: NewCareSheet,
): Promise<AcceptResult | undefined> {
  const pool = context.database.as('intake');
  const earlier = await findIdempotencyKey(pool, sheet.submitterId, sheet.idempotencyKey);
  if (earlier !== undefined) {
    if (earlier.bodyHash !== sheet.bodyHash) return { kind: 'key-reused' };
    return { kind: 'replayed', id: earlier.sheetId, receivedAt: earlier.receivedAt };
  }
  const id = await findSheetId(pool, sheet.submitterId, sheet.sheet.number);
  return id === undefined ? undefined : { kind: 'number-taken', id };
}

function isCollision(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code;
  return code === UNIQUE_VIOLATION || code === DEADLOCK;
}
