import { sql } from 'drizzle-orm';
import { check, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { recorded } from './columns.ts';

/** Professionals and establishments with an INPE. */
export const providers = pgTable(
  'providers',
  {
    inpe: text('inpe').notNull(),
    kind: text('kind').notNull(),
    sector: text('sector', { enum: ['public', 'private'] }).notNull(),
    specialty: text('specialty'),
    name: text('name').notNull(),
    region: text('region').notNull().default(''),
    ...recorded(),
  },
  (table) => [
    primaryKey({ name: 'providers_pkey', columns: [table.inpe, table.recordedRevision] }),
    check('providers_inpe', sql`inpe ~ '^[0-9]{9}$'`),
  ],
);

/** The periods in which a provider may practise. */
export const providerActivity = pgTable(
  'provider_activity',
  {
    inpe: text('inpe').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'provider_activity_pkey',
      columns: [table.inpe, table.validFrom, table.recordedRevision],
    }),
  ],
);
