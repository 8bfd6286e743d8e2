import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { amounts, instant, integer64, tenants } from './columns.ts';

/** A decision of a sheet: revisions 1 to n without a gap, append-only. */
export const decisions = pgTable(
  'decisions',
  {
    sheetId: integer64('sheet_id').notNull(),
    ...tenants(),
    revision: integer('revision').notNull(),
    outcome: text('outcome', { enum: ['approved', 'partial', 'rejected', 'pended'] }).notNull(),
    scheme: text('scheme'),
    payeeKind: text('payee_kind', { enum: ['provider', 'insured'] }).notNull(),
    payeeKey: text('payee_key').notNull(),
    ...amounts(),
    decidedAt: instant('decided_at').notNull(),
    decidedOn: date('decided_on').notNull(),
    /** The revision of the record that was read: with the next column it rebuilds the input. */
    recordRevision: integer64('record_revision').notNull(),
    /** The last row of the family's history that was seen; 0 for none. */
    historyPosition: integer64('history_position').notNull(),
    /**
     * As `domain/adjudication/content/encode-decision.ts` writes it, lines and explanation
     * included; the view `decision_lines` shows the lines as rows.
     */
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'decisions_pkey',
      columns: [table.sheetId, table.revision, table.submitterId, table.fundId],
    }),
    check('decisions_final', sql`outcome = 'pended' or submitted is not null`),
    check('decisions_conserved', conserved()),
  ],
);

/** The conservation law; all headings are null together where a line could not be priced. */
function conserved() {
  return sql`num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 7 or
    (num_nulls(submitted, eligible, benefit, copay, over_cap, excess, disallowed) = 0
    and submitted = benefit + copay + over_cap + excess + disallowed
    and eligible = benefit + copay + over_cap
    and least(benefit, copay, over_cap, excess, disallowed) >= 0)`;
}
