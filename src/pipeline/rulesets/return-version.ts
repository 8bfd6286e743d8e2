import { inTransaction } from '#db/client.ts';
import { setRulesetStatus } from '#db/record/ruleset-versions.ts';
import type { Context } from '#src/context.ts';
import { assertReady, isDone, openVersion, type VersionRequest } from './open-version.ts';
import { recordStep } from './record-step.ts';

/** Gives a submitted version back to its authors as a draft, with what they should change. */
export async function returnVersion(
  context: Pick<Context, 'database'>,
  request: VersionRequest & { readonly remark: string },
): Promise<void> {
  const { code, version, actor, remark, contentHashes } = request;
  await inTransaction(context.database.as('rules'), async (tx) => {
    const submitted = await openVersion(tx, request, 'approver');
    if (isDone(submitted, request, 'returned')) return;
    await assertReady(tx, submitted, { status: 'submitted', contentHashes });
    await setRulesetStatus(tx, { code, version, status: 'draft' });
    const { contentHash } = submitted;
    await recordStep(tx, { code, version, kind: 'returned', actor, contentHash, remark });
  });
}
