import { decodeDecision } from '#domain/adjudication/content/decode-decision.ts';
import type { DecisionContent } from '#domain/decision/decision.ts';
import type { Queryable } from '../client.ts';
import { ofReader, type Reader } from './read-as.ts';

export interface CareSheetFilters {
  readonly number?: string | undefined;
  readonly status?: string | undefined;
  readonly outcome?: string | undefined;
  /** A code of a reason of the current decision. */
  readonly reason?: string | undefined;
  /** INPE of who executed. */
  readonly provider?: string | undefined;
  /** Code of the fund. */
  readonly fund?: string | undefined;
  /** First and last day of receipt, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only sheets whose id is below it. */
  readonly before?: number | undefined;
}

export interface CareSheetHead {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly statusSince: Date;
  readonly receivedAt: Date;
  readonly careOn: string;
  readonly submitter: string;
  readonly fund: string;
  readonly provider: string;
  readonly submitted: number;
  readonly benefit: number;
  readonly outcome: string | null;
  readonly reasons: readonly string[];
  readonly batchNumber: number | null;
  /** Of a pended sheet, where the sentences of its reasons come from. */
  readonly pending: DecisionContent | null;
}

/** The newest care sheets that match, at most `limit`. */
export async function listCareSheets(
  tx: Queryable,
  reader: Reader,
  { filters, limit }: { readonly filters: CareSheetFilters; readonly limit: number },
): Promise<CareSheetHead[]> {
  const { conditions, values } = toConditions(filters, reader);
  if (!isSelective(filters)) await tx.query('SET LOCAL enable_sort = off');
  const { rows } = await tx.query<Omit<CareSheetHead, 'pending'> & { content: string | null }>(
    `WITH page AS MATERIALIZED (SELECT * FROM care_sheets WHERE ${conditions.join(' AND ')}
       ORDER BY id DESC LIMIT ${limit})
     ${SELECT_HEADS}`,
    values,
  );
  return rows.map(({ content, ...head }) => ({
    ...head,
    pending: content === null ? null : decodeDecision(content),
  }));
}

/**
 * With these filters an index finds the few rows and they are sorted. Without, the index by id is
 * to be followed until the page is full, but Postgres underrates how many rows the policies let
 * through, and would rather sort all of them.
 */
function isSelective({ number, status }: CareSheetFilters): boolean {
  return number !== undefined || ['received', 'pended', 'quarantined'].includes(status ?? '');
}

function toConditions(filters: CareSheetFilters, reader: Reader) {
  const conditions = [ofReader(reader.side, 1)];
  const values: unknown[] = [reader.organisationId];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = filters[name as keyof CareSheetFilters];
    if (value === undefined) continue;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  }
  return { conditions, values };
}

const CONDITIONS: Record<keyof CareSheetFilters, (parameter: string) => string> = {
  number: (parameter) => `number = ${parameter}`,
  status: (parameter) => `status = ${parameter}`,
  outcome: (parameter) => `outcome = ${parameter}`,
  reason: (parameter) => `${parameter} = ANY (reasons)`,
  provider: (parameter) => `provider = ${parameter}`,
  fund: (parameter) => `fund_id = (SELECT id FROM organisations WHERE code = ${parameter})`,
  from: (parameter) => `received_on >= ${parameter}::date`,
  to: (parameter) => `received_on <= ${parameter}::date`,
  before: (parameter) => `id < ${parameter}`,
};

const SELECT_HEADS = `
  SELECT sheet.id, sheet.number, sheet.status, sheet.status_since AS "statusSince",
    sheet.received_at AS "receivedAt", sheet.care_on AS "careOn", submitter.code AS submitter,
    fund.code AS fund, sheet.provider, sheet.submitted, sheet.benefit, sheet.outcome,
    sheet.reasons, sheet.batch_number AS "batchNumber", decision.content
  FROM page AS sheet
  JOIN organisations AS submitter ON submitter.id = sheet.submitter_id
  JOIN organisations AS fund ON fund.id = sheet.fund_id
  LEFT JOIN decisions AS decision ON sheet.status = 'pended'
    AND (decision.sheet_id, decision.revision, decision.submitter_id, decision.fund_id)
      = (sheet.id, sheet.revision, sheet.submitter_id, sheet.fund_id)
  ORDER BY sheet.id DESC`;
