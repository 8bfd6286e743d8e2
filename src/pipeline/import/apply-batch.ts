import type { RecordChanges } from '#db/record/record-rows.ts';
import type { RecordTable } from '#db/record/record-table.ts';
import { rowDifference } from '#db/record/row-difference.ts';
import { type Finding, refusal } from './import-issue.ts';
import type { RowOutcome } from './import-report.ts';
import type { PlaceRow } from './place-row.ts';
import type { Resolved } from './record-kind.ts';

/** A row of the file that is right by itself. */
export interface Candidate<Parsed> {
  readonly row: number;
  readonly record: Parsed;
  readonly findings: readonly Finding[];
  /** The file had a row about the same thing and date before. */
  readonly repeated: boolean;
}

export interface Application<Row extends object> {
  readonly table: RecordTable<Row>;
  readonly place: PlaceRow<Row>;
  readonly candidates: readonly Candidate<unknown>[];
  /** One for each candidate. */
  readonly resolved: readonly Resolved<Row>[];
  /** The current rows of every subject of the batch. */
  readonly current: readonly Row[];
}

/** Puts the rows of a batch, in their order, on what is on record; pure. */
export function applyBatch<Row extends object>(
  application: Application<Row>,
): { outcomes: RowOutcome[]; changes: RecordChanges<Row> } {
  const { table, candidates, resolved, current } = application;
  const before = groupBySubject(table, current);
  const after = new Map(before);
  const outcomes = candidates.map((candidate, at) =>
    applyRow(application, { candidate, resolved: resolved[at], after }),
  );
  return { outcomes, changes: difference(table, before, after) };
}

type Subjects<Row> = Map<string, readonly Row[]>;

interface Step<Row> {
  readonly candidate: Candidate<unknown>;
  readonly resolved: Resolved<Row> | undefined;
  readonly after: Subjects<Row>;
}

function applyRow<Row extends object>(
  { table, place }: Application<Row>,
  { candidate, resolved, after }: Step<Row>,
): RowOutcome {
  if (resolved === undefined) throw new Error('a row of the batch was not resolved');
  const refuse = (finding: Finding): RowOutcome => ({
    row: candidate.row,
    placement: 'refused',
    findings: [...candidate.findings, finding],
  });
  if ('refused' in resolved) return refuse(resolved.refused);
  const subject = table.subjectOf(resolved.row);
  const { placement, rows } = place(table, after.get(subject) ?? [], resolved.row);
  if (placement === 'overlap') return refuse(refusal('overlap'));
  if (candidate.repeated && placement !== 'unchanged') return refuse(refusal('repeated-row'));
  after.set(subject, rows);
  const findings = [...candidate.findings, ...(resolved.findings ?? [])];
  return { row: candidate.row, placement, findings };
}

function groupBySubject<Row extends object>(
  table: RecordTable<Row>,
  rows: readonly Row[],
): Subjects<Row> {
  const subjects = new Map<string, Row[]>();
  for (const row of rows) {
    const subject = table.subjectOf(row);
    const list = subjects.get(subject);
    if (list === undefined) subjects.set(subject, [row]);
    else list.push(row);
  }
  return subjects;
}

function difference<Row extends object>(
  table: RecordTable<Row>,
  before: Subjects<Row>,
  after: Subjects<Row>,
): RecordChanges<Row> {
  const superseded: Row[] = [];
  const inserted: Row[] = [];
  for (const [subject, rows] of after) {
    const changes = rowDifference(table, before.get(subject) ?? [], rows);
    superseded.push(...changes.superseded);
    inserted.push(...changes.inserted);
  }
  return { superseded, inserted };
}
