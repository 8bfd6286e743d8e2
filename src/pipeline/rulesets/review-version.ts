import { inTransaction } from '#db/client.ts';
import type { Context } from '#src/context.ts';
import { type DocumentReview, reviewDocument } from './review-document.ts';

/** Reviews a version that was read; nothing is stored. */
export function reviewVersion(
  context: Pick<Context, 'database'>,
  { version, document }: { readonly version: number; readonly document: unknown },
): Promise<DocumentReview> {
  return inTransaction(context.database.as('rules'), (tx) =>
    reviewDocument(tx, { version, value: document }),
  );
}
