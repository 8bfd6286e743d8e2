import type { Queryable } from '../client.ts';

/** A row of a tariff grid; the amount in centimes. */
export interface TariffRecord {
  readonly grid: string;
  readonly itemKind: 'key-letter' | 'act';
  readonly item: string;
  readonly sector: string;
  /** '' is every fund. */
  readonly fund: string;
  readonly amount: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly status: string;
  readonly source: string;
}

export interface TariffFilters {
  readonly date: string;
  readonly grid?: string | undefined;
  readonly sector?: string | undefined;
}

/** The rows whose dates hold on a day, of every status, since the others are facts too. */
export async function listTariffs(tx: Queryable, filters: TariffFilters): Promise<TariffRecord[]> {
  const { rows } = await tx.query<TariffRecord>(
    `SELECT grid, item_kind AS "itemKind", item, sector, fund, amount, valid_from AS "validFrom",
       valid_to AS "validTo", status, source
     FROM tariffs
     WHERE superseded_revision IS NULL AND valid_from <= $1
       AND (valid_to IS NULL OR valid_to >= $1)
       AND ($2::text IS NULL OR grid = $2) AND ($3::text IS NULL OR sector = $3)
     ORDER BY grid, item_kind, item, sector, fund, status, valid_from LIMIT 5000`,
    [filters.date, filters.grid ?? null, filters.sector ?? null],
  );
  return rows;
}
