import type { Queryable } from '../client.ts';

/** A version of a medicine; prices in centimes per box. */
export interface MedicineRecord {
  readonly code: string;
  readonly name: string;
  readonly substance: string;
  readonly presentation: string;
  readonly kind: string;
  readonly reimbursable: boolean;
  readonly publicPrice: number;
  readonly hospitalPrice: number;
  readonly basePrice: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const COLUMNS = `code, name, substance, presentation, kind, reimbursable,
  public_price AS "publicPrice", hospital_price AS "hospitalPrice", base_price AS "basePrice",
  valid_from AS "validFrom", valid_to AS "validTo"`;

/** The medicines in force on a date, by code; `search` looks in code, name and substance. */
export async function listMedicines(
  tx: Queryable,
  page: { date: string; search?: string | undefined; after: string; limit: number },
): Promise<MedicineRecord[]> {
  const { rows } = await tx.query<MedicineRecord>(
    `SELECT ${COLUMNS} FROM medicines
     WHERE superseded_revision IS NULL AND valid_from <= $1
       AND (valid_to IS NULL OR valid_to >= $1) AND code > $2 COLLATE "C"
       AND ($3::text IS NULL
         OR strpos(lower(code || ' ' || name || ' ' || substance), lower($3)) > 0)
     ORDER BY code COLLATE "C" LIMIT $4`,
    [page.date, page.after, page.search ?? null, page.limit],
  );
  return rows;
}

export async function findMedicine(
  tx: Queryable,
  { code, date }: { code: string; date: string },
): Promise<MedicineRecord | undefined> {
  const { rows } = await tx.query<MedicineRecord>(
    `SELECT ${COLUMNS} FROM medicines WHERE superseded_revision IS NULL AND code = $1
       AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [code, date],
  );
  return rows[0];
}
