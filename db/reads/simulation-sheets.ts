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

/** A stored sheet with how it stands decided. */
export interface StoredSheet {
  readonly id: number;
  readonly fundId: number;
  readonly careOn: string;
  readonly sheet: CareSheet;
  readonly standing: Standing;
}

/**
 * By key, whatever the statistics say. A batch comes as one JSON text: rows and columns of their
 * own would cost more than deciding the sheets again.
 */
const SHEETS = `SELECT string_agg(concat('[', s.id, ',', s."fundId", ',"', s."careOn", '","',
      s.outcome, '","', array_to_string(s.reasons, ','), '",', d.facts, ',[', l.lines, ']]'),
      ',' ORDER BY wanted.place) AS sheets
  FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
  CROSS JOIN LATERAL (
    SELECT id, submitter_id, fund_id AS "fundId", care_on AS "careOn", revision, outcome, reasons,
      status
    FROM care_sheets WHERE id = wanted.id OFFSET 0) s
  CROSS JOIN LATERAL (
    SELECT facts FROM care_sheet_documents
    WHERE (sheet_id, submitter_id, fund_id) = (s.id, s.submitter_id, s."fundId") OFFSET 0) d
  CROSS JOIN LATERAL (
    SELECT string_agg('[' || line_number || ',"' || outcome || '",' || coalesce(benefit || ','
      || copay || ',' || over_cap || ',' || excess || ',' || disallowed, 'null,0,0,0,0') || ',"'
      || array_to_string(reasons, ',') || '"]', ',') AS lines
    FROM decision_lines
    WHERE (sheet_id, revision, submitter_id, fund_id)
      = (s.id, s.revision, s.submitter_id, s."fundId") OFFSET 0) l
  WHERE s.status IN ('pended', 'returned', 'decided', 'settled')`;

type Line = readonly [number, LineOutcome, number | null, number, number, number, number, string];
type Row = readonly [
  id: number,
  fundId: number,
  careOn: string,
  outcome: SheetOutcome,
  reasons: string,
  sheet: CareSheet,
  lines: readonly Line[],
];

/** Sheets in the order of their ids as given; one that was cancelled meanwhile is left out. */
export async function readStoredSheets(
  tx: Queryable,
  ids: readonly number[],
): Promise<StoredSheet[]> {
  const { rows } = await tx.query<{ sheets: string | null }>(prepared(SHEETS), [ids]);
  const read = JSON.parse(`[${rows[0]?.sheets ?? ''}]`) as Row[];
  return read.map(([id, fundId, careOn, outcome, reasons, sheet, written]) => {
    const lines = written.map(toLine).sort((a, b) => a.number - b.number);
    const standing = { outcome, reasons: ofTheSheet(toCodes(reasons), lines), lines };
    return { id, fundId, careOn, sheet, standing };
  });
}

function toLine([number, outcome, ...rest]: Line): StandingLine {
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
