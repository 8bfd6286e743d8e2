import { inTransaction, type Transaction } from '#db/client.ts';
import { type PublicationRecord, readPublicationHistory } from '#db/record/publication-history.ts';
import { lockRecord } from '#db/record/revision.ts';
import { setRulesetStatus } from '#db/record/ruleset-versions.ts';
import { casablancaDate } from '#src/clock.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { publicationsWithout } from '../publish/publications-without.ts';
import { replacePublications } from '../publish/replace-publications.ts';
import {
  assertRead,
  isDone,
  type OpenVersion,
  openVersion,
  type VersionRequest,
} from './open-version.ts';
import { recordStep } from './record-step.ts';

export interface WithdrawRequest extends VersionRequest {
  /** Who may not publish takes nothing back that is published. */
  readonly mayPublish: boolean;
}

/**
 * Takes a version back for good, as long as no care of any day can have been decided under it:
 * the days for which it was scheduled go back to what they had before.
 */
export async function withdrawVersion(
  context: Pick<Context, 'database' | 'clock'>,
  request: WithdrawRequest,
): Promise<void> {
  const { code, version, actor, contentHashes } = request;
  const today = casablancaDate(context.clock());
  await inTransaction(context.database.as('rules'), async (tx) => {
    await lockRecord(tx);
    const found = await openVersion(tx, request, 'either');
    if (isDone(found, request, 'withdrawn')) return;
    const history = await readHistory(tx, found, request);
    if (found.status === 'withdrawn' || history.some((row) => hasBegun(row, request, today))) {
      throw new AppError('version-in-force', IN_FORCE);
    }
    await assertRead(tx, found, contentHashes);
    const revision = await takeBack(tx, history, request);
    await setRulesetStatus(tx, { code, version, status: 'withdrawn' });
    const { contentHash } = found;
    await recordStep(tx, { code, version, kind: 'withdrawn', actor, contentHash }, revision);
  });
}

const IN_FORCE =
  'What is or was in force, or is withdrawn, stays: roll back to an earlier version.';

async function readHistory(
  tx: Transaction,
  { status }: OpenVersion,
  request: WithdrawRequest,
): Promise<readonly PublicationRecord[]> {
  if (status !== 'published') return [];
  if (!request.mayPublish) {
    throw new AppError('forbidden', 'What is published is withdrawn by a client that may publish.');
  }
  return readPublicationHistory(tx, request);
}

/** Also true of days that another version has taken over since. */
function hasBegun(row: PublicationRecord, request: WithdrawRequest, today: string): boolean {
  return row.code === request.code && row.version === request.version && row.validFrom <= today;
}

function takeBack(
  tx: Transaction,
  history: readonly PublicationRecord[],
  request: WithdrawRequest,
): Promise<number | undefined> {
  const before = history.filter(({ supersededRevision }) => supersededRevision === null);
  const after = publicationsWithout(history, request);
  return replacePublications(tx, { before, after, actor: request.actor });
}
