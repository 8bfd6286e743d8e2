import { z } from 'zod';
import { TARIFFS, type TariffRow } from '#db/record/reference-tables.ts';
import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';
import { placeVersion } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';
import { checkValidity, validity, validityOf } from './dated.ts';

const schema = z.strictObject({
  grid: field.text(60),
  item_kind: field.oneOf(['key-letter', 'act']),
  item: field.matching(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/, 'not-a-code'),
  sector: field.sector,
  fund: field.optional(field.code),
  amount: field.amount,
  status: field.oneOf(['in-force', 'signed-not-applied', 'proposed']),
  source: field.text(500),
  ...validity,
});
type Parsed = z.output<typeof schema>;

/**
 * Rows of tariff grids: grid, item_kind (key-letter, act), item, sector, fund (empty is every
 * fund), amount in MAD ("80.00", above zero), valid_from, valid_to, status (in-force,
 * signed-not-applied, proposed; only the first prices a line), source.
 */
export const tariffs: RecordKind<typeof schema, TariffRow> = {
  name: 'tariffs',
  revision: 'reference',
  table: TARIFFS,
  schema,
  key: ({ grid, item_kind, item, sector, fund, status, valid_from }) =>
    JSON.stringify([grid, item_kind, item, sector, fund, status, valid_from]),
  check,
  resolve: async (_tx, records) => records.map((record) => ({ row: toRow(record) })),
  place: placeVersion,
};

/** A tariff that is not known is left out; a row of zero would pay nothing without a word. */
function check(record: Parsed): Finding[] {
  const findings = checkValidity(record);
  return record.amount > 0 ? findings : [...findings, refusal('not-an-amount', 'amount')];
}

function toRow({ item_kind, fund, valid_from, valid_to, ...same }: Parsed): TariffRow {
  return {
    ...same,
    itemKind: item_kind,
    fund: fund ?? '',
    ...validityOf({ valid_from, valid_to }),
  };
}
