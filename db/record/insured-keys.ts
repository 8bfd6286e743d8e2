import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import { type InsuredKey, insuredKeyText } from '../repositories/insured-repository.ts';

/** The ids of the families that are on record, by the text of their keys. */
export async function findInsuredIds(
  tx: Queryable,
  keys: readonly InsuredKey[],
): Promise<Map<string, number>> {
  const { rows } = await tx.query<InsuredKey & { id: number }>(
    prepared(`SELECT id, issuer, number FROM insured
      WHERE (issuer, number) IN (SELECT * FROM unnest($1::text[], $2::text[]))`),
    columnsOf(keys),
  );
  return new Map(rows.map((row) => [insuredKeyText(row), row.id]));
}

/** The same, after giving an id to those that are new. The record must be locked. */
export async function ensureInsuredIds(
  tx: Queryable,
  keys: readonly InsuredKey[],
): Promise<Map<string, number>> {
  const known = await findInsuredIds(tx, keys);
  const distinct = new Map(keys.map((key) => [insuredKeyText(key), key]));
  const unknown = [...distinct].filter(([text]) => !known.has(text)).map(([, key]) => key);
  if (unknown.length === 0) return known;
  const { rows } = await tx.query<InsuredKey & { id: number }>(
    `INSERT INTO insured (issuer, number)
     SELECT issuer, number
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS new (issuer, number, place)
     ORDER BY place RETURNING id, issuer, number`,
    columnsOf(unknown),
  );
  for (const row of rows) known.set(insuredKeyText(row), row.id);
  return known;
}

function columnsOf(keys: readonly InsuredKey[]): string[][] {
  return [keys.map(({ issuer }) => issuer), keys.map(({ number }) => number)];
}
