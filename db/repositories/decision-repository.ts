import type { Consumption } from '#domain/accumulator/history.ts';
import {
  encodeConsumptions,
  encodePastLines,
} from '#domain/adjudication/content/encode-history.ts';
import type { Decision } from '#domain/decision/decision.ts';
import { amountColumns } from '../amount-columns.ts';
import {
  arrayParameters,
  type BulkColumn,
  bulkStatement,
  column,
  columnArrays,
} from '../bulk-insert.ts';
import { prepared } from '../prepared.ts';
import type { Statement } from '../statement.ts';
import type { OpenCareSheet } from './care-sheet-repository.ts';

/** A sheet with the decision that is about to be written, and what the decision saw. */
export interface DecidedCareSheet {
  readonly open: OpenCareSheet;
  readonly decision: Decision;
  /** The decision as `encodeDecision` writes it. */
  readonly content: string;
  readonly insuredId: number | undefined;
  readonly recordRevision: number;
  readonly historyPosition: number;
  /** Where its own row of the family's history goes; undefined when it leaves none. */
  readonly newPosition: number | undefined;
  /** For the transaction that says what it owes; unused when it owes nothing. */
  readonly ledgerId: number;
  readonly decidedAt: Date;
  readonly decidedOn: string;
}

/** Writes decisions, their lines within, and histories, and moves the heads of the sheets. */
export function decisionStatements(decided: readonly DecidedCareSheet[]): Statement[] {
  const histories = decided.filter(({ newPosition }) => newPosition !== undefined);
  return [
    bulkStatement('decisions', decided, DECISION),
    ...(histories.length === 0 ? [] : [bulkStatement('family_history', histories, HISTORY)]),
    moveHeads(decided),
  ];
}

/** Writes what the decisions took from caps, and adds it to the accumulators. */
export function consumptionStatements(decided: readonly DecidedCareSheet[]): Statement[] {
  const taken = decided.flatMap((sheet) =>
    sheet.decision.consumptions.map((consumption) => ({ sheet, consumption })),
  );
  if (taken.length === 0) return [];
  return [
    bulkStatement('consumptions', taken, CONSUMPTION),
    { ...prepared(ACCUMULATE), values: columnArrays(taken, ACCUMULATED) },
  ];
}

/**
 * Fails the transaction (SQLSTATE 40001) when a sheet is no longer where it was read: nothing is
 * done twice.
 */
function moveHeads(decided: readonly DecidedCareSheet[]): Statement {
  return {
    ...prepared(MOVE_HEADS),
    values: [...columnArrays(decided, HEAD), String(decided.length)],
  };
}

/** The distinct codes of all reasons of a decision, sheet and lines, by bytes. */
function reasonCodes(decision: Decision): string[] {
  const reasons = [...decision.reasons, ...decision.lines.flatMap((line) => line.reasons)];
  return [...new Set(reasons.map(({ code }) => code))].sort();
}

function key<Row>(of: (row: Row) => DecidedCareSheet): readonly BulkColumn<Row>[] {
  return [
    column('sheet_id', 'bigint', (row) => of(row).open.id),
    column('submitter_id', 'bigint', (row) => of(row).open.submitterId),
    column('fund_id', 'bigint', (row) => of(row).open.fundId),
    column('revision', 'integer', (row) => of(row).open.revision + 1),
  ];
}

const self = (row: DecidedCareSheet) => row;

const DECISION: readonly BulkColumn<DecidedCareSheet>[] = [
  ...key(self),
  column('outcome', 'text', ({ decision }) => decision.outcome),
  column('scheme', 'text', ({ decision }) => decision.scheme),
  column('payee_kind', 'text', ({ decision }) => decision.payee.kind),
  column('payee_key', 'text', ({ decision }) => decision.payee.key),
  ...amountColumns<DecidedCareSheet>(({ decision }) => decision.totals),
  column('decided_at', 'timestamptz', ({ decidedAt }) => decidedAt),
  column('decided_on', 'date', ({ decidedOn }) => decidedOn),
  column('record_revision', 'bigint', ({ recordRevision }) => recordRevision),
  column('history_position', 'bigint', ({ historyPosition }) => historyPosition),
  column('content', 'json', ({ content }) => content),
];

const HEAD: readonly BulkColumn<DecidedCareSheet>[] = [
  ...key(self),
  column('status', 'text', ({ decision }) =>
    decision.outcome === 'pended' ? 'pended' : 'decided',
  ),
  column('outcome', 'text', ({ decision }) => decision.outcome),
  column('reasons', 'text[]', ({ decision }) => reasonCodes(decision)),
  column('decided_at', 'timestamptz', ({ decidedAt }) => decidedAt),
  column('decided_on', 'date', ({ decidedOn }) => decidedOn),
  column('benefit', 'bigint', ({ decision }) =>
    decision.outcome === 'pended' ? 0 : (decision.totals?.benefit ?? 0),
  ),
  column('payee_kind', 'text', ({ decision }) => decision.payee.kind),
  column('payee_key', 'text', ({ decision }) => decision.payee.key),
];

const MOVE_HEADS = `WITH moved AS (
    UPDATE care_sheets s SET status = d.status, revision = d.revision,
      outcome = d.outcome, reasons = d.reasons::text[], status_since = d.decided_at,
      decided_on = d.decided_on,
      benefit = d.benefit, payee_kind = d.payee_kind, payee_key = d.payee_key
    FROM unnest(${arrayParameters(HEAD)}) AS d (${HEAD.map(({ name }) => name).join(', ')})
    WHERE (s.id, s.submitter_id, s.fund_id) = (d.sheet_id, d.submitter_id, d.fund_id)
      AND s.revision = d.revision - 1 AND s.status IN ('received', 'pended')
    RETURNING 1)
  SELECT expect_rows((SELECT count(*) FROM moved), $${HEAD.length + 1})`;

const HISTORY: readonly BulkColumn<DecidedCareSheet>[] = [
  column('id', 'bigint', ({ newPosition }) => newPosition ?? null),
  column('insured_id', 'bigint', ({ insuredId }) => insuredId ?? null),
  ...key(self),
  column('kind', 'text', () => 'decision'),
  column('lines', 'json', ({ decision }) => encodePastLines(decision.history)),
  column('consumptions', 'json', ({ decision }) => encodeConsumptions(decision.consumptions)),
];

interface Taken {
  readonly sheet: DecidedCareSheet;
  readonly consumption: Consumption;
}

const ACCUMULATED: readonly BulkColumn<Taken>[] = [
  column('insured_id', 'bigint', ({ sheet }) => sheet.insuredId ?? null),
  column('fund_id', 'bigint', ({ sheet }) => sheet.open.fundId),
  column('cap', 'text', ({ consumption }) => consumption.cap),
  column('patient_rank', 'integer', ({ consumption }) => consumption.patientRank ?? -1),
  column('care_on', 'date', ({ consumption }) => consumption.date),
  column('amount', 'bigint', ({ consumption }) => consumption.amount),
];

const ACCUMULATE = `INSERT INTO accumulators (insured_id, fund_id, cap, patient_rank, month, used)
  SELECT insured_id, fund_id, cap, patient_rank, date_trunc('month', care_on)::date, sum(amount)
  FROM unnest(${arrayParameters(ACCUMULATED)})
    AS rows (insured_id, fund_id, cap, patient_rank, care_on, amount)
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (insured_id, cap, patient_rank, month, fund_id)
  DO UPDATE SET used = accumulators.used + excluded.used`;

const CONSUMPTION: readonly BulkColumn<Taken>[] = [
  ...key<Taken>(({ sheet }) => sheet),
  column('line_number', 'integer', ({ consumption }) => consumption.lineNumber),
  column('insured_id', 'bigint', ({ sheet }) => sheet.insuredId ?? null),
  column('cap', 'text', ({ consumption }) => consumption.cap),
  column('patient_rank', 'integer', ({ consumption }) => consumption.patientRank ?? -1),
  column('care_on', 'date', ({ consumption }) => consumption.date),
  column('amount', 'bigint', ({ consumption }) => consumption.amount),
];
