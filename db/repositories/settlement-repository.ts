import type { Amounts } from '#domain/money/amounts.ts';
import type { Payable, PayeeAccount, PayeeReference } from '#domain/settlement/payable.ts';
import type { Payment } from '#domain/settlement/settle.ts';
import type { Queryable } from '../client.ts';

/** The head of a batch that was sealed. */
export interface SealedBatch extends Amounts {
  readonly number: number;
  /** The fund's code. */
  readonly fund: string;
  readonly upTo: string;
  readonly sealedBy: string;
  readonly bordereauHash: string;
  readonly paidAt: Date | null;
}

/**
 * Locks the fund, so that only one sealing runs and numbers are without a gap; gives the number
 * of its next batch.
 */
export async function lockFund(
  tx: Queryable,
  fundId: number,
): Promise<{ code: string; nextNumber: number } | undefined> {
  const { rows } = await tx.query<{ code: string }>(
    `SELECT code FROM organisations WHERE id = $1 AND kind = 'fund' FOR NO KEY UPDATE`,
    [fundId],
  );
  const [fund] = rows;
  if (fund === undefined) return undefined;
  const last = await tx.query<{ number: number }>(
    'SELECT coalesce(max(number), 0)::int AS number FROM settlement_batches WHERE fund_id = $1',
    [fundId],
  );
  return { code: fund.code, nextNumber: (last.rows[0]?.number ?? 0) + 1 };
}

const PAYABLE = `s.id AS "sheetId", s.submitter_id AS "submitterId", s.number, s.revision,
  s.decided_on AS "decidedOn", s.payee_kind AS "payeeKind", s.payee_key AS "payeeKey",
  d.submitted, d.eligible, d.benefit, d.copay, d.over_cap AS "overCap", d.excess, d.disallowed`;

const DECISION_OF_SHEET = `decisions d ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
  = (s.id, s.revision, s.submitter_id, s.fund_id)`;

/** Locks the payables of a fund that were decided up to a day, in the order of their ids. */
export async function lockPayables(
  tx: Queryable,
  { fundId, upTo }: { fundId: number; upTo: string },
): Promise<Payable[]> {
  const { rows } = await tx.query<Payable>(
    `SELECT ${PAYABLE} FROM care_sheets s JOIN ${DECISION_OF_SHEET}
     WHERE s.fund_id = $1 AND s.status = 'decided' AND s.benefit > 0 AND s.decided_on <= $2
     ORDER BY s.id FOR NO KEY UPDATE OF s`,
    [fundId, upTo],
  );
  return rows;
}

/** The accounts of payees, as they are recorded now. */
export async function readPayeeAccounts(
  tx: Queryable,
  payees: readonly PayeeReference[],
): Promise<PayeeAccount[]> {
  const { rows } = await tx.query<PayeeAccount>(
    `SELECT payee_kind AS "payeeKind", payee_key AS "payeeKey", holder, rib FROM payee_accounts
     WHERE superseded_revision IS NULL
       AND (payee_kind, payee_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [payees.map(({ payeeKind }) => payeeKind), payees.map(({ payeeKey }) => payeeKey)],
  );
  return rows;
}

/** The entries of a sealed batch, as they were sealed, in the order of their sheets. */
export async function readEntries(
  tx: Queryable,
  { fundId, number }: { fundId: number; number: number },
): Promise<Payable[]> {
  const { rows } = await tx.query<Payable>(
    `SELECT e.sheet_id AS "sheetId", e.submitter_id AS "submitterId", s.number, e.revision,
       d.decided_on AS "decidedOn", e.payee_kind AS "payeeKind", e.payee_key AS "payeeKey",
       e.submitted, e.eligible, e.benefit, e.copay, e.over_cap AS "overCap", e.excess,
       e.disallowed
     FROM settlement_entries e
     JOIN care_sheets s ON (s.id, s.submitter_id, s.fund_id)
       = (e.sheet_id, e.submitter_id, e.fund_id)
     JOIN decisions d ON (d.sheet_id, d.revision, d.submitter_id, d.fund_id)
       = (e.sheet_id, e.revision, e.submitter_id, e.fund_id)
     WHERE e.fund_id = $1 AND e.batch_number = $2 ORDER BY e.sheet_id`,
    [fundId, number],
  );
  return rows;
}

/** The transfers of a sealed batch, by payee. */
export async function readPayments(
  tx: Queryable,
  { fundId, number }: { fundId: number; number: number },
): Promise<Payment[]> {
  const { rows } = await tx.query<Payment>(
    `SELECT payee_kind AS "payeeKind", payee_key AS "payeeKey", holder, rib,
       entry_count AS "entryCount", amount
     FROM settlement_payments WHERE fund_id = $1 AND batch_number = $2
     ORDER BY payee_kind COLLATE "C", payee_key COLLATE "C"`,
    [fundId, number],
  );
  return rows;
}

/** What a sealed batch says of itself; undefined when the fund has no batch of that number. */
export async function findSealedBatch(
  tx: Queryable,
  { fundId, number }: { fundId: number; number: number },
): Promise<SealedBatch | undefined> {
  const { rows } = await tx.query<SealedBatch>(
    `SELECT b.number, o.code AS fund, b.up_to AS "upTo", b.submitted, b.eligible, b.benefit,
       b.copay, b.over_cap AS "overCap", b.excess, b.disallowed, b.sealed_by AS "sealedBy",
       b.bordereau_hash AS "bordereauHash", b.paid_at AS "paidAt"
     FROM settlement_batches b JOIN organisations o ON o.id = b.fund_id
     WHERE b.fund_id = $1 AND b.number = $2 FOR NO KEY UPDATE OF b`,
    [fundId, number],
  );
  return rows[0];
}

export async function markPaid(
  tx: Queryable,
  { fundId, number, at, by }: { fundId: number; number: number; at: Date; by: string },
): Promise<void> {
  await tx.query(
    `UPDATE settlement_batches SET paid_at = $3, paid_by = $4
     WHERE fund_id = $1 AND number = $2`,
    [fundId, number, at, by],
  );
}
