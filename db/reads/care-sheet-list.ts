import type { Decision } from '#domain/decision/decision.ts';
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
  readonly pending: Decision | null;
}

/** The newest care sheets that match, at most `limit`. */
export async function listCareSheets(
  tx: Queryable,
  reader: Reader,
  { filters, limit }: { readonly filters: CareSheetFilters; readonly limit: number },
): Promise<CareSheetHead[]> {
  const { conditions, values } = toConditions(filters, reader);
  const { rows } = await tx.query<Omit<CareSheetHead, 'pending'> & { content: string | null }>(
    `${SELECT_HEADS} WHERE ${conditions.join(' AND ')} ORDER BY sheet.id DESC LIMIT ${limit}`,
    values,
  );
  return rows.map(({ content, ...head }) => ({
    ...head,
    pending: content === null ? null : (JSON.parse(content) as Decision),
  }));
}

function toConditions(filters: CareSheetFilters, reader: Reader) {
  const conditions = [`sheet.${ofReader(reader.side, 1)}`];
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
  number: (parameter) => `sheet.number = ${parameter}`,
  status: (parameter) => `sheet.status = ${parameter}`,
  outcome: (parameter) => `sheet.outcome = ${parameter}`,
  reason: (parameter) => `${parameter} = ANY (sheet.reasons)`,
  provider: (parameter) => `sheet.provider = ${parameter}`,
  fund: (parameter) => `fund.code = ${parameter}`,
  from: (parameter) => `sheet.received_on >= ${parameter}::date`,
  to: (parameter) => `sheet.received_on <= ${parameter}::date`,
  before: (parameter) => `sheet.id < ${parameter}`,
};

const SELECT_HEADS = `
  SELECT sheet.id, sheet.number, sheet.status, sheet.status_since AS "statusSince",
    sheet.received_at AS "receivedAt", sheet.care_on AS "careOn", submitter.code AS submitter,
    fund.code AS fund, sheet.provider, sheet.submitted, sheet.benefit, sheet.outcome,
    sheet.reasons, sheet.batch_number AS "batchNumber", decision.content
  FROM care_sheets AS sheet
  JOIN organisations AS submitter ON submitter.id = sheet.submitter_id
  JOIN organisations AS fund ON fund.id = sheet.fund_id
  LEFT JOIN decisions AS decision ON sheet.status = 'pended'
    AND decision.sheet_id = sheet.id AND decision.revision = sheet.revision`;
