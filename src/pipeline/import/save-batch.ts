import type { z } from 'zod';
import { type Database, inTransaction, type Transaction } from '#db/client.ts';
import { readCurrentRows, saveChanges } from '#db/record/record-rows.ts';
import { lockRecord, openRevision } from '#db/record/revision.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { applyBatch, type Candidate } from './apply-batch.ts';
import { refusal } from './import-issue.ts';
import type { RowOutcome } from './import-report.ts';
import type { ImportTerms, RecordKind } from './record-kind.ts';

export interface Batch<Schema extends z.ZodObject, Row extends object> {
  readonly kind: RecordKind<Schema, Row>;
  readonly candidates: readonly Candidate<z.output<Schema>>[];
  readonly terms: ImportTerms;
  readonly database: Database;
  readonly actor: string;
}

export interface SavedBatch {
  readonly outcomes: readonly RowOutcome[];
  /** null: nothing changed. */
  readonly revision: number | null;
}

/**
 * Saves a batch in one transaction under one revision. When the database refuses it, its halves
 * are saved instead, so that a single row is refused and not its neighbours.
 */
export async function saveBatch<Schema extends z.ZodObject, Row extends object>(
  batch: Batch<Schema, Row>,
): Promise<SavedBatch> {
  if (batch.candidates.length === 0) return { outcomes: [], revision: null };
  try {
    return await inTransaction(batch.database.as('operator'), (tx) => saveInTransaction(tx, batch));
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error;
    return batch.candidates.length === 1 ? refuseAll(batch.candidates) : saveHalves(batch);
  }
}

async function saveInTransaction<Schema extends z.ZodObject, Row extends object>(
  tx: Transaction,
  { kind, candidates, terms, actor }: Batch<Schema, Row>,
): Promise<SavedBatch> {
  const { table, place } = kind;
  await lockRecord(tx);
  const records = candidates.map(({ record }) => record);
  const resolved = await kind.resolve(tx, records, terms);
  const rows = resolved.flatMap((item) => ('row' in item ? [item.row] : []));
  const current = await readCurrentRows(tx, table, rows);
  const { outcomes, changes } = applyBatch({ table, place, candidates, resolved, current });
  if (changes.superseded.length + changes.inserted.length === 0) {
    return { outcomes, revision: null };
  }
  const revision = await openRevision(tx, { kind: kind.revision, actor });
  await saveChanges(tx, table, { ...changes, revision });
  const subject = `${kind.name}:revision:${revision}`;
  await appendAudit(tx, { actor, action: 'record.imported', subject });
  return { outcomes, revision };
}

/** SQLSTATE classes 22 (data) and 23 (constraints): a row is to blame, not the connection. */
function isRefusedByDatabase(error: unknown): boolean {
  const code = (error as { code?: unknown })?.code;
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
}

function refuseAll(candidates: readonly Candidate<unknown>[]): SavedBatch {
  const outcomes = candidates.map(({ row, findings }) => ({
    row,
    placement: 'refused' as const,
    findings: [...findings, refusal('database-refused')],
  }));
  return { outcomes, revision: null };
}

async function saveHalves<Schema extends z.ZodObject, Row extends object>(
  batch: Batch<Schema, Row>,
): Promise<SavedBatch> {
  const { candidates } = batch;
  const middle = Math.ceil(candidates.length / 2);
  const first = await saveBatch({ ...batch, candidates: candidates.slice(0, middle) });
  const second = await saveBatch({ ...batch, candidates: candidates.slice(middle) });
  return {
    outcomes: [...first.outcomes, ...second.outcomes],
    revision: second.revision ?? first.revision,
  };
}
