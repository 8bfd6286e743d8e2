import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import {
  BORDEREAU_HEAD,
  type BordereauBatch,
  bordereauRows,
} from '#domain/settlement/bordereau.ts';

/** The bordereau as a CSV text; the same batch gives the same bytes. */
export function bordereauText(batch: BordereauBatch): string {
  return csv([[...BORDEREAU_HEAD], ...bordereauRows(batch)]);
}

/** Hex SHA-256 of a text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Cells that a spreadsheet would run as a formula are escaped. */
export function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { escape_formulas: true, record_delimiter: '\n' });
}
