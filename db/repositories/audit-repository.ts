import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Statement } from '../statement.ts';

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

/**
 * Appends entries that differ in their subject, in its order; it goes just before COMMIT, in the
 * same journey, so that nobody waits for the chain while this process is at something else.
 */
export function auditStatement(
  { actor, action }: Omit<AuditEntry, 'subject'>,
  subjects: readonly string[],
): Statement {
  return { ...prepared(APPEND), values: [actor, action, subjects] };
}

const APPEND = 'SELECT append_audit($1, $2, subject) FROM unnest($3::text[]) AS subject';
