import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { approveReasonVersion } from '#db/repositories/reason-repository.ts';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { changed } from './propose-wording.ts';
import { type ReasonRecord, readReasonRecord } from './reason-record.ts';

export interface WordingApproval {
  readonly code: ReasonCode;
  /** Of what the approver had read, one of them. */
  readonly contentHashes: readonly string[];
  /** The client id of the credential; another than the author's. */
  readonly approver: string;
}

/**
 * Approves the newest proposal: from then on the reason is told so, in every process within
 * seconds. What was decided keeps its code and facts. Again, it changes nothing.
 */
export async function approveWording(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { code, contentHashes, approver }: WordingApproval,
): Promise<ReasonRecord> {
  return inTransaction(database.as('rules'), async (tx) => {
    const record = await readReasonRecord(tx, code);
    const newest = record.versions.at(-1);
    if (newest === undefined)
      throw new AppError('conflict', 'Nothing is proposed for this reason.');
    if (!contentHashes.includes(newest.contentHash)) throw changed();
    const { version } = newest;
    if (newest.author === approver) {
      throw new AppError('four-eyes', 'You wrote this proposal: somebody else approves it.');
    }
    if (newest.status === 'approved') return record;
    const isDone = await approveReasonVersion(tx, { code, version, approver, at: clock() });
    if (!isDone) throw changed();
    const subject = `reason:${code}:${version}`;
    await appendAudit(tx, { actor: approver, action: 'reason.approved', subject });
    return readReasonRecord(tx, code);
  });
}
