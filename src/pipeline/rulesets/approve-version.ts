import { inTransaction } from '#db/client.ts';
import { setRulesetStatus } from '#db/record/ruleset-versions.ts';
import type { Context } from '#src/context.ts';
import { assertReady, isDone, openVersion, type VersionRequest } from './open-version.ts';
import { recordStep } from './record-step.ts';

/** Approves a submitted version, which never changes from then on: by nobody who wrote it. */
export async function approveVersion(
  context: Pick<Context, 'database'>,
  request: VersionRequest,
): Promise<void> {
  const { code, version, actor, contentHashes } = request;
  await inTransaction(context.database.as('rules'), async (tx) => {
    const submitted = await openVersion(tx, request, 'approver');
    if (isDone(submitted, request, 'approved')) return;
    await assertReady(tx, submitted, { status: 'submitted', contentHashes });
    await setRulesetStatus(tx, { code, version, status: 'approved', approver: actor });
    const { contentHash } = submitted;
    await recordStep(tx, { code, version, kind: 'approved', actor, contentHash });
  });
}
