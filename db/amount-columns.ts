import type { Amounts } from '#domain/money/amounts.ts';
import { type BulkColumn, column } from './bulk-insert.ts';

/** The seven amounts of a row in centimes; null together where a line could not be priced. */
export function amountColumns<Row>(of: (row: Row) => Amounts | null): readonly BulkColumn<Row>[] {
  return [
    column('submitted', 'bigint', (row) => of(row)?.submitted ?? null),
    column('eligible', 'bigint', (row) => of(row)?.eligible ?? null),
    column('benefit', 'bigint', (row) => of(row)?.benefit ?? null),
    column('copay', 'bigint', (row) => of(row)?.copay ?? null),
    column('over_cap', 'bigint', (row) => of(row)?.overCap ?? null),
    column('excess', 'bigint', (row) => of(row)?.excess ?? null),
    column('disallowed', 'bigint', (row) => of(row)?.disallowed ?? null),
  ];
}
