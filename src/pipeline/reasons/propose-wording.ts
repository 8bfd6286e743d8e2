import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { insertReasonVersion } from '#db/repositories/reason-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import type { ReasonWording } from '#src/intake/parse-reason-wording.ts';
import { type ReasonRecord, readReasonRecord, worded } from './reason-record.ts';

export interface WordingProposal {
  readonly code: ReasonCode;
  readonly wording: ReasonWording;
  /** Of what its author had read, one of them. */
  readonly contentHashes: readonly string[];
  /** The client id of the credential. */
  readonly author: string;
}

/**
 * Proposes how a reason is told; it is told so once somebody else approves. Throws
 * `version-changed` when another proposal came meanwhile. The same again changes nothing.
 */
export async function proposeWording(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  { code, wording, contentHashes, author }: WordingProposal,
): Promise<ReasonRecord> {
  return inTransaction(database.as('rules'), async (tx) => {
    const record = await readReasonRecord(tx, code);
    const { contentHash } = worded(wording);
    if (record.latestHash === contentHash) return record;
    const version = (record.versions.at(-1)?.version ?? 0) + 1;
    const content = { wording: canonicalJson(wording), contentHash };
    const proposed = { code, version, ...content, author, proposedAt: clock() };
    const isRead = contentHashes.includes(record.latestHash);
    if (!isRead || !(await insertReasonVersion(tx, proposed))) throw changed();
    const subject = `reason:${code}:${version}`;
    await appendAudit(tx, { actor: author, action: 'reason.proposed', subject });
    return readReasonRecord(tx, code);
  });
}

export function changed(): AppError {
  return new AppError('version-changed', 'Somebody changed this reason since: read it again.');
}
