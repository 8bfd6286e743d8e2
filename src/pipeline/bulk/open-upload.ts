import { asUnavailable } from '#db/client.ts';
import { bulkKey } from '#db/repositories/bulk-repository.ts';
import { readFundIds } from '#db/repositories/intake-repository.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Context } from '#src/context.ts';
import {
  createSheetStore,
  type PendingSheet,
  type StoreResult,
  type Uploader,
} from './create-sheet-store.ts';

/** A care sheet that came in bulk. Its number is its key: there is no header for each. */
export interface UploadedSheet {
  readonly bodyHash: string;
  /** The line as it arrived. */
  readonly document: string;
  readonly sheet: CareSheet;
  readonly receivedAt: Date;
}

/** in-progress: other requests keep storing the same sheet; send it again. */
export type UploadResult = StoreResult | { readonly kind: 'unknown-fund' | 'in-progress' };

/**
 * Stores groups of up to 1,000 sheets, each group in one transaction and as one chunk. Gives a
 * result for each sheet, in their order, after COMMIT; sheets that are there already never spoil
 * their neighbours. Throws `database-unavailable` when nobody knows: to repeat is harmless.
 */
export type Upload = (sheets: readonly UploadedSheet[]) => Promise<UploadResult[]>;

export function openUpload(context: Context, uploader: Uploader): Upload {
  const { store, compare } = createSheetStore(context, uploader);
  let funds: Promise<Map<string, number>> | undefined;

  async function accept(sheets: readonly UploadedSheet[]): Promise<UploadResult[]> {
    funds ??= readFundIds(context.database.as('intake'));
    const { firsts, seconds } = assign(sheets, await funds);
    const stored = await store([...firsts.values()].map((sheet) => toPending(sheet, uploader)));
    const compared = seconds.size === 0 ? undefined : await compare([...seconds]);
    return sheets.map((sheet) => {
      if (seconds.has(sheet)) return compared?.get(sheet) ?? { kind: 'in-progress' };
      const isFirst = firsts.get(sheet.sheet.number)?.uploaded === sheet;
      if (!isFirst) return { kind: 'unknown-fund' };
      return stored.get(sheet.sheet.number) ?? { kind: 'in-progress' };
    });
  }

  return (sheets) => accept(sheets).catch(asUnavailable);
}

interface Assigned {
  readonly uploaded: UploadedSheet;
  readonly fundId: number;
}

/** A second sheet of one number is like one that comes an hour later. */
function assign(sheets: readonly UploadedSheet[], funds: ReadonlyMap<string, number>) {
  const firsts = new Map<string, Assigned>();
  const seconds = new Set<UploadedSheet>();
  for (const uploaded of sheets) {
    const { fund, number } = uploaded.sheet;
    const fundId = funds.get(fund);
    if (fundId === undefined) continue;
    if (firsts.has(number)) seconds.add(uploaded);
    else firsts.set(number, { uploaded, fundId });
  }
  return { firsts, seconds };
}

function toPending({ uploaded, fundId }: Assigned, uploader: Uploader): PendingSheet {
  const { organisationId, clientId } = uploader;
  const idempotencyKey = bulkKey(uploaded.sheet.number);
  return { ...uploaded, submitterId: organisationId, clientId, fundId, idempotencyKey };
}
