import { type StoredSheet, sheetOf } from '#domain/care-sheet/stored-sheet.ts';
import type { Queryable } from '../client.ts';
import { idList } from '../id-list.ts';
import { prepared } from '../prepared.ts';
import type { SimulatedSheet } from './simulation-sheets.ts';

type Row = readonly [line: number, stored: StoredSheet];

const SHEETS = `SELECT string_agg('[' || line || ',' || facts || ']', ',') AS rows
  FROM simulation_sheets WHERE file_id = $1 AND line = ANY ($2::bigint[])`;

/** Sheets of a file in the order of their lines as given, each going by its line. */
export async function readFileSheets(
  tx: Queryable,
  fileId: number,
  lines: readonly number[],
): Promise<SimulatedSheet[]> {
  const { rows } = await tx.query<{ rows: string | null }>(prepared(SHEETS), [
    fileId,
    idList(lines),
  ]);
  const found = JSON.parse(`[${rows[0]?.rows ?? ''}]`) as Row[];
  const storedAt = new Map(found);
  return lines.map((id) => {
    const stored = storedAt.get(id);
    if (stored === undefined) throw new Error('a sheet of a file has gone');
    return { id, sheet: sheetOf(stored), standing: null };
  });
}
