import { inTransaction, type Transaction } from '#db/client.ts';
import { setRulesetStatus } from '#db/record/ruleset-versions.ts';
import type { Context } from '#src/context.ts';
import {
  assertReady,
  isDone,
  type OpenVersion,
  openVersion,
  type VersionRequest,
} from './open-version.ts';
import { recordStep } from './record-step.ts';
import { UnsoundRuleset } from './refusals.ts';
import { isSound, reviewDocument } from './review-document.ts';

/** Hands a draft over to be approved; one with errors or a failing case is refused with them. */
export async function submitVersion(
  context: Pick<Context, 'database'>,
  request: VersionRequest,
): Promise<void> {
  await inTransaction(context.database.as('rules'), async (tx) => {
    const draft = await openVersion(tx, request, 'author');
    if (isDone(draft, request, 'submitted')) return;
    const { contentHashes } = request;
    await assertReady(tx, draft, { status: 'draft', contentHashes });
    await submitSound(tx, draft, request.actor);
  });
}

export async function submitSound(
  tx: Transaction,
  { code, version, contentHash, document }: Omit<OpenVersion, 'steps' | 'status' | 'approver'>,
  actor: string,
): Promise<void> {
  const review = await reviewDocument(tx, { version, value: JSON.parse(document) });
  if (!isSound(review)) throw new UnsoundRuleset(review);
  await setRulesetStatus(tx, { code, version, status: 'submitted' });
  await recordStep(tx, { code, version, kind: 'submitted', actor, contentHash });
}
