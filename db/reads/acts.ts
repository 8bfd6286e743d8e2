import type { Queryable } from '../client.ts';

/** A version of an act of the nomenclature. */
export interface ActRecord {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly pricing: string;
  readonly keyLetter: string | null;
  /** In hundredths. */
  readonly coefficient: number | null;
  readonly reimbursable: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const COLUMNS = `code, title, category, pricing, key_letter AS "keyLetter", coefficient,
  reimbursable, valid_from AS "validFrom", valid_to AS "validTo"`;

/** The acts in force on a date, by code, after a code; `search` looks in code and title. */
export async function listActs(
  tx: Queryable,
  page: { date: string; search?: string | undefined; after: string; limit: number },
): Promise<ActRecord[]> {
  const { rows } = await tx.query<ActRecord>(
    `SELECT ${COLUMNS} FROM acts
     WHERE superseded_revision IS NULL AND valid_from <= $1
       AND (valid_to IS NULL OR valid_to >= $1) AND code > $2 COLLATE "C"
       AND ($3::text IS NULL OR strpos(lower(code || ' ' || title), lower($3)) > 0)
     ORDER BY code COLLATE "C" LIMIT $4`,
    [page.date, page.after, page.search ?? null, page.limit],
  );
  return rows;
}

export async function findAct(
  tx: Queryable,
  { code, date }: { code: string; date: string },
): Promise<ActRecord | undefined> {
  const { rows } = await tx.query<ActRecord>(
    `SELECT ${COLUMNS} FROM acts WHERE superseded_revision IS NULL AND code = $1
       AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [code, date],
  );
  return rows[0];
}
