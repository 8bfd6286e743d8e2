import { inTransaction } from '#db/client.ts';
import { saveDraft as saveContent } from '#db/record/ruleset-versions.ts';
import type { Context } from '#src/context.ts';
import { contentFor } from './content-of.ts';
import { assertReady, openVersion, type VersionRequest } from './open-version.ts';
import { recordStep } from './record-step.ts';

/**
 * Replaces the content of a draft, which may have errors. To save what is there already changes
 * nothing, so that a caller who did not hear the answer can ask again.
 */
export async function saveDraft(
  context: Pick<Context, 'database'>,
  request: VersionRequest & { readonly document: unknown },
): Promise<void> {
  const { code, version, actor, contentHashes } = request;
  const content = contentFor(code, request.document);
  await inTransaction(context.database.as('rules'), async (tx) => {
    const draft = await openVersion(tx, request, 'author');
    if (draft.status === 'draft' && draft.contentHash === content.contentHash) return;
    await assertReady(tx, draft, { status: 'draft', contentHashes });
    await saveContent(tx, { code, version, ...content });
    await recordStep(tx, { code, version, kind: 'saved', actor, ...content });
  });
}
