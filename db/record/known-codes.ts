import type { Queryable } from '../client.ts';

/** The funds that have an organisation. */
export async function readFundCodes(tx: Queryable): Promise<Set<string>> {
  return codes(tx, "SELECT code FROM organisations WHERE kind = 'fund'");
}

/** The schemes that a fund manages on some date. */
export async function readSchemeCodes(tx: Queryable): Promise<Set<string>> {
  return codes(
    tx,
    'SELECT DISTINCT scheme AS code FROM scheme_management WHERE superseded_revision IS NULL',
  );
}

/** Those of the INPEs that are on record. */
export async function findInpes(tx: Queryable, inpes: readonly string[]): Promise<Set<string>> {
  return codes(
    tx,
    `SELECT inpe AS code FROM providers
     WHERE inpe = ANY ($1::text[]) AND superseded_revision IS NULL`,
    [inpes],
  );
}

/** Those of the medicine codes that are on record, on any date. */
export async function findMedicineCodes(
  tx: Queryable,
  wanted: readonly string[],
): Promise<Set<string>> {
  return codes(tx, 'SELECT DISTINCT code FROM medicines WHERE code = ANY ($1::text[])', [wanted]);
}

/** The dependants of these families as "family id:rank". */
export async function findDependants(
  tx: Queryable,
  insuredIds: readonly number[],
): Promise<Set<string>> {
  return codes(
    tx,
    `SELECT insured_id || ':' || rank AS code FROM dependants
     WHERE insured_id = ANY ($1::bigint[]) AND superseded_revision IS NULL`,
    [insuredIds],
  );
}

async function codes(tx: Queryable, text: string, values: unknown[] = []): Promise<Set<string>> {
  const { rows } = await tx.query<{ code: string }>(text, values);
  return new Set(rows.map(({ code }) => code));
}
