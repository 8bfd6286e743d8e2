import type { Queryable } from '../client.ts';

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
