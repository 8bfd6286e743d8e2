import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, integer64 } from './columns.ts';

/** A set of postings that happened together: append-only; a correction is a reversal. */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: integer64('id').notNull().generatedByDefaultAsIdentity(),
    fundId: integer64('fund_id').notNull(),
    kind: text('kind', { enum: ['decision', 'reversal', 'sealing', 'payment'] }).notNull(),
    /** What it is about: "sheet:<id>:<revision>" or "batch:<number>". */
    subject: text('subject').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'ledger_transactions_pkey', columns: [table.id, table.fundId] }),
    // Each thing is posted once: a decision, its reversal, a sealing, a payment. The fund comes
    // last, or a plan made while the table was empty checks references through all of a fund.
    unique('ledger_transactions_subject').on(table.subject, table.kind, table.fundId),
  ],
);

/** A positive amount from a credited to a debited account, so that each balances by itself. */
export const ledgerPostings = pgTable(
  'ledger_postings',
  {
    transactionId: integer64('transaction_id').notNull(),
    fundId: integer64('fund_id').notNull(),
    /** 1 to n within the transaction; sealing posts one a payee. */
    position: integer('position').notNull(),
    debit: text('debit').notNull(),
    credit: text('credit').notNull(),
    amount: integer64('amount').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'ledger_postings_pkey',
      columns: [table.transactionId, table.position, table.fundId],
    }),
    check('ledger_postings_amount', sql`amount > 0`),
    check('ledger_postings_accounts', sql`debit <> credit`),
  ],
);
