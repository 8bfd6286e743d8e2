import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { SimulatedSheet } from './simulation-sheets.ts';

type Row = readonly [line: number, fundId: number, careOn: string, sheet: CareSheet];

const SHEETS = `SELECT string_agg(
    concat('[', line, ',', named_fund_id, ',"', care_on, '",', facts, ']'), ',') AS rows
  FROM simulation_sheets WHERE file_id = $1 AND line = ANY ($2::bigint[])`;

/** Sheets of a file in the order of their lines as given, each going by its line. */
export async function readFileSheets(
  tx: Queryable,
  fileId: number,
  lines: readonly number[],
): Promise<SimulatedSheet[]> {
  const { rows } = await tx.query<{ rows: string | null }>(prepared(SHEETS), [fileId, lines]);
  const found = JSON.parse(`[${rows[0]?.rows ?? ''}]`) as Row[];
  const rowOf = new Map(found.map((row) => [row[0], row]));
  return lines.map((line) => {
    const row = rowOf.get(line);
    if (row === undefined) throw new Error('a sheet of a file has gone');
    const [id, fundId, careOn, sheet] = row;
    return { id, fundId, careOn, sheet, standing: null };
  });
}
