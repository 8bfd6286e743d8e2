import { Client } from 'pg';
import { bulkInsert, column } from '#db/bulk-insert.ts';
import { familyIndex, familyNumber, type Issuer } from '#fixtures/generator/family-number.ts';
import { type Copies, copiedIndex } from './family-copies.ts';

/**
 * Puts the families on record again and again, each copy under numbers of its own, in the order of
 * these: a country's worth of people in seconds, where an import takes minutes.
 */
export async function multiplyFamilies(databaseUrl: string, copies: Copies): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await numberCopies(owner, copies);
    await owner.query(`INSERT INTO insured (issuer, number)
      SELECT issuer, number FROM copied ORDER BY index`);
    await owner.query(`CREATE TEMP TABLE pairs ON COMMIT DROP AS
      SELECT copied.old_id, insured.id AS new_id FROM copied JOIN insured USING (issuer, number)`);
    for (const table of OF_A_FAMILY) await copyRows(owner, table);
    await owner.query(ACCOUNTS);
    await owner.query('COMMIT');
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
  }
}

const OF_A_FAMILY = [
  'insured_persons',
  'dependants',
  'affiliations',
  'entitlements',
  'certificates',
];

const ACCOUNTS = `INSERT INTO payee_accounts (payee_kind, payee_key, holder, rib, recorded_revision)
  SELECT payee_kind, copied.issuer || ':' || copied.number, holder, rib, recorded_revision
  FROM payee_accounts
  JOIN copied ON payee_key = copied.issuer || ':' || copied.old_number
  WHERE payee_kind = 'insured' AND superseded_revision IS NULL`;

/** Copy 0 is what was seeded. */
async function numberCopies(owner: Client, copies: Copies): Promise<void> {
  await owner.query(`CREATE TEMP TABLE copied (old_id bigint, index bigint, issuer text,
    old_number text, number text) ON COMMIT DROP`);
  const { rows: seeded } = await owner.query<{ id: string; issuer: Issuer; number: string }>(
    'SELECT id, issuer, number FROM insured',
  );
  for (let copy = 1; copy < copies.copies; copy += 1) {
    const copied = seeded.map(({ id, issuer, number }) => {
      const index = copiedIndex(familyIndex(number), copy, copies);
      return { id, index, issuer, oldNumber: number, number: familyNumber(issuer, index) };
    });
    await bulkInsert(owner, 'copied', copied, [
      column('old_id', 'bigint', ({ id }) => id),
      column('index', 'bigint', ({ index }) => index),
      column('issuer', 'text', ({ issuer }) => issuer),
      column('old_number', 'text', ({ oldNumber }) => oldNumber),
      column('number', 'text', ({ number }) => number),
    ]);
  }
}

async function copyRows(owner: Client, table: string): Promise<void> {
  const { rows } = await owner.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'insured_id'`,
    [table],
  );
  const columns = rows[0]?.columns ?? '';
  await owner.query(`INSERT INTO ${table} (insured_id, ${columns})
    SELECT pairs.new_id, ${columns} FROM ${table} JOIN pairs ON insured_id = pairs.old_id
    WHERE superseded_revision IS NULL ORDER BY pairs.new_id`);
}
