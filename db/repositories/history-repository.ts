import type { Consumption, PastLine } from '#domain/accumulator/history.ts';
import {
  decodeConsumptions,
  decodePastLines,
} from '#domain/adjudication/content/decode-history.ts';
import type { Queryable } from '../client.ts';
import { idList } from '../id-list.ts';
import { prepared } from '../prepared.ts';

/** What a family's limits look at, and the position of its last row; 0 when it has none. */
export interface FamilyHistory {
  readonly position: number;
  readonly lines: readonly PastLine[];
  readonly consumptions: readonly Consumption[];
}

export const NO_HISTORY: FamilyHistory = { position: 0, lines: [], consumptions: [] };

interface HistoryRow {
  insuredId: number;
  id: number;
  sheetId: number;
  kind: 'decision' | 'reversal';
  lines: string;
  consumptions: string;
}

/** The histories of families by insured id; call it under their locks. */
export async function readHistories(
  tx: Queryable,
  insuredIds: readonly number[],
): Promise<Map<number, FamilyHistory>> {
  if (insuredIds.length === 0) return new Map();
  const { rows } = await tx.query<HistoryRow>(
    prepared(`SELECT insured_id AS "insuredId", id, sheet_id AS "sheetId", kind, lines, consumptions
      FROM family_history WHERE insured_id = ANY ($1::bigint[]) ORDER BY insured_id, id`),
    [idList(insuredIds)],
  );
  return foldHistories(rows);
}

/** The histories that decisions saw: up to a position of their family each, in the order given. */
export async function readHistoriesUpTo(
  tx: Queryable,
  wanted: readonly { readonly insuredId: number; readonly position: number }[],
): Promise<FamilyHistory[]> {
  const { rows } = await tx.query<HistoryRow & { place: number }>(
    `SELECT w.place::int AS place, h.insured_id AS "insuredId", h.id, h.sheet_id AS "sheetId",
       h.kind, h.lines, h.consumptions
     FROM unnest($1::bigint[], $2::bigint[]) WITH ORDINALITY AS w (insured_id, position, place)
     JOIN family_history h ON h.insured_id = w.insured_id AND h.id <= w.position
     ORDER BY w.place, h.id`,
    [wanted.map(({ insuredId }) => insuredId), wanted.map(({ position }) => position)],
  );
  const byPlace = new Map<number, HistoryRow[]>();
  for (const { place, ...row } of rows) {
    const own = byPlace.get(place) ?? [];
    own.push(row);
    byPlace.set(place, own);
  }
  return wanted.map((_, index) => {
    const own = byPlace.get(index + 1);
    return own === undefined ? NO_HISTORY : foldHistory(own);
  });
}

/**
 * The histories of families as far as sheets of care before a day made them. Sheets that the
 * caller has anyway are passed by before their rows are read.
 */
export async function readHistoriesBefore(
  tx: Queryable,
  insuredIds: readonly number[],
  { day, except }: { day: string; except: ReadonlySet<number> },
): Promise<Map<number, FamilyHistory>> {
  const { rows: made } = await tx.query<{ insured: string | null; ids: string; sheets: string }>(
    prepared(`SELECT string_agg(h.insured_id::text, ',') AS insured,
        string_agg(h.id::text, ',') AS ids, string_agg(h.sheet_id::text, ',') AS sheets
      FROM unnest($1::bigint[]) AS family (id)
      CROSS JOIN LATERAL (SELECT insured_id, id, sheet_id
        FROM family_history WHERE insured_id = family.id OFFSET 0) h`),
    [idList(insuredIds)],
  );
  const [insured, ids, sheets] = [made[0]?.insured, made[0]?.ids, made[0]?.sheets].map(
    (text) => text?.split(',').map(Number) ?? [],
  );
  const wanted = (sheets ?? []).flatMap((sheet, index) => (except.has(sheet) ? [] : [index]));
  if (wanted.length === 0) return new Map();
  const { rows } = await tx.query<HistoryRow>(
    prepared(`SELECT h.* FROM unnest($1::bigint[], $2::bigint[]) AS wanted (insured_id, id)
      CROSS JOIN LATERAL (SELECT insured_id AS "insuredId", id, sheet_id AS "sheetId", kind,
          lines, consumptions FROM family_history
        WHERE (insured_id, id) = (wanted.insured_id, wanted.id) OFFSET 0) h
      CROSS JOIN LATERAL (SELECT care_on FROM care_sheets WHERE id = h."sheetId" OFFSET 0) s
      WHERE s.care_on < $3::date ORDER BY h."insuredId", h.id`),
    [wanted.map((index) => insured?.[index]), wanted.map((index) => ids?.[index]), day],
  );
  return foldHistories(rows);
}

/** Positions for new rows of the history, ascending; drawn under the locks of the families. */
export async function nextHistoryPositions(tx: Queryable, count: number): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    prepared(`SELECT nextval('family_history_id_seq') AS id FROM generate_series(1, $1)`),
    [count],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

function foldHistories(rows: readonly HistoryRow[]): Map<number, FamilyHistory> {
  const byFamily = new Map<number, HistoryRow[]>();
  for (const row of rows) {
    const own = byFamily.get(row.insuredId) ?? [];
    own.push(row);
    byFamily.set(row.insuredId, own);
  }
  return new Map([...byFamily].map(([insuredId, own]) => [insuredId, foldHistory(own)]));
}

/** A reversal takes the rows of its sheet away. */
function foldHistory(rows: readonly HistoryRow[]): FamilyHistory {
  const reversed = new Set(
    rows.filter(({ kind }) => kind === 'reversal').map(({ sheetId }) => sheetId),
  );
  const standing = rows.filter(({ sheetId }) => !reversed.has(sheetId));
  return {
    position: rows.at(-1)?.id ?? 0,
    lines: standing.flatMap(({ lines }) => decodePastLines(lines)),
    consumptions: standing.flatMap(({ consumptions }) => decodeConsumptions(consumptions)),
  };
}
