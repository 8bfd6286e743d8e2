import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { integer64, recorded } from './columns.ts';

/** Versions of acts (NGAP, NABM); see `domain/nomenclature/act.ts`. */
export const acts = pgTable(
  'acts',
  {
    code: text('code').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull(),
    pricing: text('pricing', { enum: ['rating', 'package'] }).notNull(),
    keyLetter: text('key_letter'),
    /** In hundredths. */
    coefficient: integer('coefficient'),
    reimbursable: boolean('reimbursable').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    sex: text('sex', { enum: ['M', 'F'] }),
    minAge: smallint('min_age'),
    maxAge: smallint('max_age'),
    sectors: text('sectors').array(),
    specialties: text('specialties').array(),
    settings: text('settings').array(),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'acts_pkey',
      columns: [table.code, table.validFrom, table.recordedRevision],
    }),
    check('acts_rating', sql`(pricing = 'rating') = (key_letter is not null)`),
    check('acts_dates', sql`valid_to is null or valid_to >= valid_from`),
  ],
);

/** Versions of medicines; prices in centimes per box; see `domain/nomenclature/medicine.ts`. */
export const medicines = pgTable(
  'medicines',
  {
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** DCI, dosage, form and packaging as the referential prints them. */
    substance: text('substance').notNull(),
    presentation: text('presentation').notNull(),
    kind: text('kind', { enum: ['originator', 'generic', 'unspecified'] }).notNull(),
    reimbursable: boolean('reimbursable').notNull(),
    publicPrice: integer64('public_price').notNull(),
    hospitalPrice: integer64('hospital_price').notNull(),
    basePrice: integer64('base_price').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'medicines_pkey',
      columns: [table.code, table.validFrom, table.recordedRevision],
    }),
    check('medicines_prices', sql`public_price >= 0 and hospital_price >= 0 and base_price >= 0`),
    check('medicines_dates', sql`valid_to is null or valid_to >= valid_from`),
  ],
);

/** Rows of tariff grids, in centimes; only `in-force` rows price a line. */
export const tariffs = pgTable(
  'tariffs',
  {
    grid: text('grid').notNull(),
    itemKind: text('item_kind', { enum: ['key-letter', 'act'] }).notNull(),
    item: text('item').notNull(),
    sector: text('sector', { enum: ['public', 'private'] }).notNull(),
    /** '' is every fund. */
    fund: text('fund').notNull().default(''),
    amount: integer64('amount').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    status: text('status', { enum: ['in-force', 'signed-not-applied', 'proposed'] }).notNull(),
    source: text('source').notNull(),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'tariffs_pkey',
      columns: [
        table.grid,
        table.itemKind,
        table.item,
        table.sector,
        table.fund,
        table.status,
        table.validFrom,
        table.recordedRevision,
      ],
    }),
    check('tariffs_amount', sql`amount > 0`),
    check('tariffs_source', sql`source <> ''`),
    check('tariffs_dates', sql`valid_to is null or valid_to >= valid_from`),
  ],
);

/** Which fund manages (pays for) a scheme, by dates. */
export const schemeManagement = pgTable(
  'scheme_management',
  {
    scheme: text('scheme').notNull(),
    fund: text('fund').notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...recorded(),
  },
  (table) => [
    primaryKey({
      name: 'scheme_management_pkey',
      columns: [table.scheme, table.validFrom, table.recordedRevision],
    }),
  ],
);
