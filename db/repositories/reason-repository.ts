import type { Queryable } from '../client.ts';

/** A version of the wording of a reason. */
export interface ReasonVersion {
  readonly code: string;
  readonly version: number;
  readonly status: 'proposed' | 'approved';
  /** JSON of the sentences and the legal source. */
  readonly wording: string;
  readonly contentHash: string;
  readonly author: string;
  readonly approver: string | null;
  readonly proposedAt: Date;
  readonly approvedAt: Date | null;
}

const COLUMNS = `code, version, status, wording, content_hash AS "contentHash", author, approver,
  proposed_at AS "proposedAt", approved_at AS "approvedAt"`;

/** Of every reason that is not told as shipped, the version in force. */
export async function readReasonsInForce(tx: Queryable): Promise<ReasonVersion[]> {
  const { rows } = await tx.query<ReasonVersion>(
    `SELECT DISTINCT ON (code) ${COLUMNS} FROM reason_versions WHERE status = 'approved'
     ORDER BY code, version DESC`,
  );
  return rows;
}

/** All versions of one reason, the newest last. */
export async function readReasonVersions(tx: Queryable, code: string): Promise<ReasonVersion[]> {
  const { rows } = await tx.query<ReasonVersion>(
    `SELECT ${COLUMNS} FROM reason_versions WHERE code = $1 ORDER BY version`,
    [code],
  );
  return rows;
}

/** False when somebody else was faster with the same version. */
export async function insertReasonVersion(
  tx: Queryable,
  proposed: Pick<
    ReasonVersion,
    'code' | 'version' | 'wording' | 'contentHash' | 'author' | 'proposedAt'
  >,
): Promise<boolean> {
  const { code, version, wording, contentHash, author, proposedAt } = proposed;
  const { rowCount } = await tx.query(
    `INSERT INTO reason_versions (code, version, status, wording, content_hash, author, proposed_at)
     VALUES ($1, $2, 'proposed', $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [code, version, wording, contentHash, author, proposedAt],
  );
  return rowCount === 1;
}

/** False when it is not proposed any more. */
export async function approveReasonVersion(
  tx: Queryable,
  approved: Pick<ReasonVersion, 'code' | 'version'> & { approver: string; at: Date },
): Promise<boolean> {
  const { code, version, approver, at } = approved;
  const { rowCount } = await tx.query(
    `UPDATE reason_versions SET status = 'approved', approver = $3, approved_at = $4
     WHERE code = $1 AND version = $2 AND status = 'proposed'`,
    [code, version, approver, at],
  );
  return rowCount === 1;
}
