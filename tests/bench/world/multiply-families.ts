import { Client } from 'pg';
import { type Copies, FORM, STEP } from './family-digits.ts';

/**
 * Puts the families on record again and again, each copy under the numbers of `familyDigits`, in
 * the order of these: a country's worth of people in seconds, where an import takes minutes.
 */
export async function multiplyFamilies(
  databaseUrl: string,
  { families, copies }: Copies,
): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query(NUMBERED, [families, copies, FORM, STEP]);
    await owner.query(`INSERT INTO insured (issuer, number)
      SELECT issuer, number FROM copied ORDER BY place`);
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
  SELECT old_id, issuer, old_number, place, CASE WHEN old_number LIKE 'P%'
      THEN 'P' || lpad((digits - index + place)::text, 8, '0')
      ELSE (digits - index + place)::text END AS number
  FROM (SELECT id AS old_id, issuer, number AS old_number, digits, digits % $3::bigint AS index,
      $1::bigint + ((copy - 1) * $1::bigint + digits % $3::bigint) * $4::bigint
        % (($2::bigint - 1) * $1::bigint) AS place
    FROM insured, ltrim(number, 'P') AS bare, CAST(bare AS bigint) AS digits,
      generate_series(1, $2::bigint - 1) AS copy) AS placed`;

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
    WHERE superseded_revision IS NULL ORDER BY pairs.new_id`);
}
