import { Client } from 'pg';

/**
 * Puts the families on record again and again, each copy under numbers `families` higher than
 * those of the copy before: a country's worth of people in seconds, where an import takes minutes.
 */
export async function multiplyFamilies(
  databaseUrl: string,
  { families, copies }: { readonly families: number; readonly copies: number },
): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query(NUMBERED, [families, copies]);
    await owner.query(`INSERT INTO insured (issuer, number) SELECT issuer, number FROM copied`);
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

/** Copy 0 is what was seeded. The form of the number is that of its issuer. */
const NUMBERED = `CREATE TEMP TABLE copied ON COMMIT DROP AS
  SELECT id AS old_id, issuer, number AS old_number,
    CASE WHEN number LIKE 'P%'
      THEN 'P' || lpad((substr(number, 2)::bigint + copy * $1::bigint)::text, 8, '0')
      ELSE (number::bigint + copy * $1::bigint)::text END AS number
  FROM insured, generate_series(1, $2::bigint - 1) AS copy`;

const ACCOUNTS = `INSERT INTO payee_accounts (payee_kind, payee_key, holder, rib, recorded_revision)
  SELECT payee_kind, copied.issuer || ':' || copied.number, holder, rib, recorded_revision
  FROM payee_accounts
  JOIN copied ON payee_key = copied.issuer || ':' || copied.old_number
  WHERE payee_kind = 'insured' AND superseded_revision IS NULL`;

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
    WHERE superseded_revision IS NULL`);
}
