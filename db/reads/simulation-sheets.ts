import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { LineOutcome, SheetOutcome } from '#domain/decision/decision.ts';
import {
  distinctCodes,
  ofTheSheet,
  type Standing,
  type StandingLine,
} from '#domain/simulation/standing.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import { type InsuredKey, insuredKeyText } from '../repositories/insured-repository.ts';

/** A sheet with how it stands decided; null where it never was: it is one of a file. */
export interface SimulatedSheet {
  readonly id: number;
  readonly fundId: number;
  readonly careOn: string;
  readonly sheet: CareSheet;
  readonly standing: Standing | null;
}

/**
 * Each table is asked once for a batch, so that its parts by month are chosen once and not for
 * every sheet, and gives one JSON text: rows and columns of their own would cost more than
 * deciding the sheets again. Heads have no parts, but several indexes: only one of them is by id.
 */
const HEADS = `SELECT string_agg(concat('[', s.id, ',', fund_id, ',', revision, ',"', care_on,
    '","', outcome, '","', array_to_string(reasons, ','), '"]'), ',') AS rows
  FROM unnest($1::bigint[]) AS wanted (id)
  CROSS JOIN LATERAL (SELECT id, fund_id, revision, care_on, outcome, reasons, status
    FROM care_sheets WHERE id = wanted.id OFFSET 0) s
  WHERE status IN ('pended', 'returned', 'decided', 'settled')`;

const FACTS = `SELECT string_agg(concat('[', sheet_id, ',', facts, ']'), ',') AS rows
  FROM care_sheet_documents WHERE sheet_id = ANY ($1::bigint[])`;

const LINES = `SELECT string_agg('[' || sheet_id || ',' || revision || ',' || line_number || ',"'
    || outcome || '",' || coalesce(benefit || ',' || copay || ',' || over_cap || ',' || excess
    || ',' || disallowed, 'null,0,0,0,0') || ',"' || array_to_string(reasons, ',') || '"]', ',')
    AS rows
  FROM decision_lines WHERE sheet_id = ANY ($1::bigint[])`;

type Head = readonly [
  id: number,
  fundId: number,
  revision: number,
  careOn: string,
  outcome: SheetOutcome,
  reasons: string,
];
type Facts = readonly [sheetId: number, sheet: CareSheet];
type Line = readonly [
  ...[sheetId: number, revision: number, number: number, outcome: LineOutcome],
  ...[benefit: number | null, copay: number, overCap: number, excess: number],
  ...[disallowed: number, reasons: string],
];

/** Sheets in the order of their ids as given; one that was cancelled meanwhile is left out. */
export async function readStoredSheets(
  tx: Queryable,
  ids: readonly number[],
): Promise<SimulatedSheet[]> {
  const [heads, facts, lines] = await Promise.all([
    readRows<Head>(tx, HEADS, ids),
    readRows<Facts>(tx, FACTS, ids),
    readRows<Line>(tx, LINES, ids),
  ]);
  const headOf = new Map(heads.map((head) => [head[0], head]));
  const sheetOf = new Map(facts);
  const linesOf = groupLines(lines);
  return ids.flatMap((id) => {
    const [head, sheet] = [headOf.get(id), sheetOf.get(id)];
    if (head === undefined || sheet === undefined) return [];
    return [toStored(head, sheet, linesOf.get(id) ?? [])];
  });
}

async function readRows<Row>(tx: Queryable, text: string, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await tx.query<{ rows: string | null }>(prepared(text), [ids]);
  return JSON.parse(`[${rows[0]?.rows ?? ''}]`) as Row[];
}

function groupLines(lines: readonly Line[]): Map<number, Line[]> {
  const groups = new Map<number, Line[]>();
  for (const line of lines) {
    const group = groups.get(line[0]);
    if (group === undefined) groups.set(line[0], [line]);
    else group.push(line);
  }
  return groups;
}

/** Of the lines of all revisions those of the current one count. */
function toStored(
  [id, fundId, revision, careOn, outcome, codes]: Head,
  sheet: CareSheet,
  all: readonly Line[],
): SimulatedSheet {
  const current = all.filter(([, of]) => of === revision);
  const lines = current.map(toLine).sort((a, b) => a.number - b.number);
  const standing = { outcome, reasons: ofTheSheet(toCodes(codes), lines), lines };
  return { id, fundId, careOn, sheet, standing };
}

function toLine([, , number, outcome, ...rest]: Line): StandingLine {
  const [benefit, copay, overCap, excess, disallowed, reasons] = rest;
  if (benefit === null) return { number, outcome, amounts: null, reasons: toCodes(reasons) };
  const eligible = benefit + copay + overCap;
  const submitted = eligible + excess + disallowed;
  const amounts = { benefit, copay, disallowed, eligible, excess, overCap, submitted };
  return { number, outcome, amounts, reasons: toCodes(reasons) };
}

const NO_CODES: readonly string[] = Object.freeze([]);

function toCodes(text: string): readonly string[] {
  return text === '' ? NO_CODES : distinctCodes(text.split(','));
}

/** The ids of insured people by their keys; those on no record are absent. */
export async function readInsuredIds(
  tx: Queryable,
  keys: readonly InsuredKey[],
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: number } & InsuredKey>(
    prepared(`SELECT insured.id, insured.issuer, insured.number
      FROM unnest($1::text[], $2::text[]) AS wanted (issuer, number)
      CROSS JOIN LATERAL (SELECT id, issuer, number FROM insured
        WHERE (issuer, number) = (wanted.issuer, wanted.number) OFFSET 0) insured`),
    [keys.map(({ issuer }) => issuer), keys.map(({ number }) => number)],
  );
  return new Map(rows.map((row) => [insuredKeyText(row), row.id]));
}
