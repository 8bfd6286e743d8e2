import type { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Candidate } from './apply-batch.ts';
import { type Finding, type ImportIssue, toImportIssue } from './import-issue.ts';
import { createTally, type ImportReport, type RowOutcome } from './import-report.ts';
import { columnsOf, parseRow } from './parse-row.ts';
import type { ImportTerms, RecordKind } from './record-kind.ts';
import { saveBatch } from './save-batch.ts';
import type { RawRow } from './source/raw-row.ts';
import { type ImportSource, readSource } from './source/read-source.ts';

export interface ImportRun {
  readonly database: Database;
  readonly source: ImportSource;
  /** Who imports: "cli:<operator>", a client id. */
  readonly actor: string;
  readonly terms: ImportTerms;
  readonly language: Language;
  readonly batchSize: number;
  readonly onIssue?: (issue: ImportIssue) => void;
  readonly onProgress?: (rows: number) => void;
}

/**
 * Reads, checks and saves the rows of one kind, a batch at a time. What stays in memory is a
 * batch and, so that a row cannot stand twice in a file, the key of every row.
 */
export async function runImport<Schema extends z.ZodObject, Row extends object>(
  kind: RecordKind<Schema, Row>,
  run: ImportRun,
): Promise<ImportReport> {
  const tally = createTally(kind.name);
  const seen = new Set<string>();
  let rowsRead = 0;
  let revision: number | null = null;
  const rows = readSource(run.source, columnsOf(kind.schema));
  for await (const batch of inBatches(rows, run.batchSize)) {
    rowsRead += batch.length;
    const { candidates, refused } = check(kind, batch, seen);
    const { database, actor, terms } = run;
    const saved = await saveBatch({ kind, candidates, terms, database, actor });
    revision = saved.revision ?? revision;
    for (const outcome of byRow([...refused, ...saved.outcomes])) {
      tally.add(outcome);
      report(outcome, run);
    }
    run.onProgress?.(rowsRead);
  }
  return tally.report({ rowsRead, revision });
}

async function* inBatches<Item>(items: AsyncIterable<Item>, size: number) {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function check<Schema extends z.ZodObject, Row extends object>(
  kind: RecordKind<Schema, Row>,
  batch: readonly RawRow[],
  seen: Set<string>,
): { candidates: Candidate<z.output<Schema>>[]; refused: RowOutcome[] } {
  const candidates: Candidate<z.output<Schema>>[] = [];
  const refused: RowOutcome[] = [];
  const refuse = (row: number, findings: readonly Finding[]) =>
    refused.push({ row, placement: 'refused', findings });
  for (const { row, fields } of batch) {
    if (fields === undefined) {
      refuse(row, [{ code: 'unreadable-row', severity: 'refused' }]);
      continue;
    }
    const parsed = parseRow(kind.schema, fields);
    const findings = 'refused' in parsed ? parsed.refused : (kind.check?.(parsed.record) ?? []);
    if ('refused' in parsed || findings.some(({ severity }) => severity === 'refused')) {
      refuse(row, findings);
      continue;
    }
    const key = kind.key(parsed.record);
    candidates.push({ row, record: parsed.record, findings, repeated: seen.has(key) });
    seen.add(key);
  }
  return { candidates, refused };
}

function byRow(outcomes: RowOutcome[]): RowOutcome[] {
  return outcomes.sort((a, b) => a.row - b.row);
}

/** Notes are counted only: there are hundreds in a usual file. */
function report({ row, findings }: RowOutcome, { onIssue, language }: ImportRun): void {
  for (const finding of findings) {
    if (finding.severity !== 'note') onIssue?.(toImportIssue(row, finding, language));
  }
}
