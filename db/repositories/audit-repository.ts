import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

export interface AuditEntry {
  /** A client id, "cli:<operator>" or "worker". */
  readonly actor: string;
  /** "care-sheets.accepted" */
  readonly action: string;
  /** Ids only, "sheets:1000-1099". */
  readonly subject: string;
}

/** Appends one entry to the audit chain; call it last, since it holds the chain until COMMIT. */
export async function appendAudit(tx: Queryable, entry: AuditEntry): Promise<void> {
  await tx.query('SELECT append_audit($1, $2, $3)', [entry.actor, entry.action, entry.subject]);
}

/** Appends entries that differ in their subject, in its order; call it last too. */
export async function appendAudits(
  tx: Queryable,
  { actor, action }: Omit<AuditEntry, 'subject'>,
  subjects: readonly string[],
): Promise<void> {
  await tx.query(
    prepared(`SELECT append_audit($1, $2, subject) FROM unnest($3::text[]) AS subject`),
    [actor, action, subjects],
  );
}
