import { z } from 'zod';
import { MEDICINES, type MedicineRow } from '#db/record/reference-tables.ts';
import { hasEan13CheckDigit } from '#domain/identifiers/ean-13.ts';
import * as field from '../field-schemas.ts';
import { type Finding, warning } from '../import-issue.ts';
import { placeSnapshot } from '../place-row.ts';
import type { RecordKind } from '../record-kind.ts';

const schema = z.strictObject({
  CODE: field.matching(/^[0-9]{13}$/, 'not-a-medicine-code'),
  NOM: field.text(200),
  DCI1: field.optional(field.text(200)),
  DOSAGE1: field.optional(field.text(60)),
  UNITE_DOSAGE1: field.optional(field.text(60)),
  FORME: field.optional(field.text(100)),
  PRESENTATION: field.optional(field.text(200)),
  PPV: field.price,
  PH: field.price,
  PRIX_BR: field.price,
  PRINCEPS_GENERIQUE: field.optional(field.text(20)),
  TAUX_REMBOURSEMENT: field.rate,
});
type Parsed = z.output<typeof schema>;

/** The first day of the public referential of 2014, whose rows have no dates. */
const FIRST_REFERENTIAL = '2014-01-01';

/**
 * The medicine referential as CNOPS publishes it: CODE (EAN-13), NOM, DCI1, DOSAGE1,
 * UNITE_DOSAGE1, FORME, PRESENTATION, PPV, PH and PRIX_BR in MAD (0 is a missing price),
 * PRINCEPS_GENERIQUE (P, G), TAUX_REMBOURSEMENT (0 is not reimbursable). The rows hold from the
 * effective date of the import; a changed row makes a version from that date on.
 */
export const medicines: RecordKind<typeof schema, MedicineRow> = {
  name: 'medicines',
  revision: 'reference',
  table: MEDICINES,
  schema,
  key: ({ CODE }) => CODE,
  check,
  resolve: async (_tx, records, { effectiveOn = FIRST_REFERENTIAL }) =>
    records.map((record) => ({ row: toRow(record, effectiveOn) })),
  place: placeSnapshot,
};

function check({ CODE, PPV, PRIX_BR }: Parsed): Finding[] {
  const findings: Finding[] = [];
  if (!hasEan13CheckDigit(CODE)) findings.push(warning('ean-check-digit', 'CODE'));
  if (PRIX_BR === 0) findings.push(warning('base-price-zero', 'PRIX_BR'));
  else if (PPV > PRIX_BR) findings.push({ code: 'public-price-above-base', severity: 'note' });
  else if (PPV < PRIX_BR) findings.push({ code: 'public-price-below-base', severity: 'note' });
  return findings;
}

const KINDS: Readonly<Record<string, MedicineRow['kind']>> = { P: 'originator', G: 'generic' };

function toRow(record: Parsed, effectiveOn: string): MedicineRow {
  return {
    code: record.CODE,
    name: record.NOM,
    substance: joined([record.DCI1, record.DOSAGE1, record.UNITE_DOSAGE1]),
    presentation: joined([record.FORME, record.PRESENTATION]),
    kind: KINDS[record.PRINCEPS_GENERIQUE ?? ''] ?? 'unspecified',
    reimbursable: record.TAUX_REMBOURSEMENT > 0,
    publicPrice: record.PPV,
    hospitalPrice: record.PH,
    basePrice: record.PRIX_BR,
    validFrom: effectiveOn,
    validTo: null,
  };
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' ');
}
