import { z } from 'zod';
import { PROVIDERS, type ProviderRow } from '#db/record/provider-tables.ts';
import * as field from '../field-schemas.ts';
import { placeSingle } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';

const slug = field.matching(/^[a-z][a-z-]{0,39}$/, 'not-a-code');

const schema = z.strictObject({
  inpe: field.inpe,
  kind: slug,
  sector: field.sector,
  specialty: field.optional(slug),
  name: field.text(200),
  region: field.optional(field.text(100)),
});

/**
 * Professionals and establishments: inpe (9 digits), kind (practice, pharmacy, clinic, hospital,
 * ...), sector (public, private), specialty, name, region. When they were active is imported
 * apart, as `provider-activity`.
 */
export const providers: RecordKind<typeof schema, ProviderRow> = {
  name: 'providers',
  revision: 'providers',
  table: PROVIDERS,
  schema,
  key: ({ inpe }) => inpe,
  resolve: async (_tx, records) =>
    records.map((record) => ({ row: { ...record, region: record.region ?? '' } })),
  place: placeSingle,
};
