import { decodeDecision } from '#domain/adjudication/content/decode-decision.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { decodeSheet } from '#domain/care-sheet/stored-sheet.ts';
import type { DecisionContent } from '#domain/decision/decision.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** A care sheet as its two organisations see it. */
export interface CareSheetRecord {
  readonly id: number;
  readonly status: string;
  readonly statusSince: Date;
  readonly receivedAt: Date;
  readonly submitter: string;
  /** The settlement batch of the fund that pays it. */
  readonly batchNumber: number | null;
  readonly sheet: CareSheet;
  /** null before the first. */
  readonly decision: DecisionRecord | null;
  /** Why the newest sealing left the payment open; null when it did not. */
  readonly paymentHold: string | null;
}

export interface DecisionRecord {
  readonly revision: number;
  readonly decidedAt: Date;
  readonly decidedOn: string;
  readonly content: DecisionContent;
}

interface Row {
  id: number;
  status: string;
  statusSince: Date;
  receivedAt: Date;
  submitter: string;
  batchNumber: number | null;
  facts: string;
  revision: number | null;
  decidedAt: Date;
  decidedOn: string;
  content: string;
  paymentHold: string | null;
}

/** One care sheet with its current decision; undefined when the reader may not see it. */
export async function findCareSheet(
  tx: Queryable,
  id: number,
): Promise<CareSheetRecord | undefined> {
  const { rows } = await tx.query<Row>(prepared(SELECT_SHEET), [id]);
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id: sheetId, status, statusSince, receivedAt, submitter, batchNumber } = row;
  return {
    ...{ id: sheetId, status, statusSince, receivedAt, submitter, batchNumber },
    sheet: decodeSheet(row.facts),
    decision: toDecision(row),
    paymentHold: row.status === 'decided' ? row.paymentHold : null,
  };
}

function toDecision({ revision, decidedAt, decidedOn, content }: Row): DecisionRecord | null {
  if (revision === null) return null;
  return { revision, decidedAt, decidedOn, content: decodeDecision(content) };
}

const SELECT_SHEET = `
  SELECT sheet.id, sheet.status, sheet.status_since AS "statusSince",
    sheet.received_at AS "receivedAt", submitter.code AS submitter,
    sheet.batch_number AS "batchNumber", document.facts,
    decision.revision, decision.decided_at AS "decidedAt", decision.decided_on AS "decidedOn",
    decision.content,
    (SELECT reason FROM settlement_holds AS hold
     WHERE (hold.sheet_id, hold.submitter_id, hold.fund_id)
       = (sheet.id, sheet.submitter_id, sheet.fund_id)
     ORDER BY batch_number DESC LIMIT 1) AS "paymentHold"
  FROM care_sheets AS sheet
  JOIN organisations AS submitter ON submitter.id = sheet.submitter_id
  JOIN care_sheet_documents AS document
    ON (document.sheet_id, document.submitter_id, document.fund_id)
      = (sheet.id, sheet.submitter_id, sheet.fund_id)
  LEFT JOIN decisions AS decision
    ON (decision.sheet_id, decision.revision, decision.submitter_id, decision.fund_id)
      = (sheet.id, sheet.revision, sheet.submitter_id, sheet.fund_id)
  WHERE sheet.id = $1`;
