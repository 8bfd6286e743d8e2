import { decodeOutcome, type StoredOutcome } from '#domain/adjudication/content/decode-decision.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { type StoredSheet, sheetOf } from '#domain/care-sheet/stored-sheet.ts';
import { type Standing, standingOf } from '#domain/simulation/standing.ts';
import type { Queryable } from '../client.ts';
import { idList } from '../id-list.ts';
import { prepared } from '../prepared.ts';
import { type InsuredKey, insuredKeyText } from '../repositories/insured-repository.ts';

/** A sheet with how it stands decided; null where it never was: it is one of a file. */
export interface SimulatedSheet {
  readonly id: number;
  readonly sheet: CareSheet;
  readonly standing: Standing | null;
}

/**
 * Each table is asked once for a batch, so that its parts by month are chosen once and not for
 * every sheet, and gives one JSON text: rows and columns of their own would cost more than
 * deciding the sheets again.
 */
const FACTS = `SELECT string_agg('[' || sheet_id || ',' || facts || ']', ',') AS rows
  FROM care_sheet_documents WHERE sheet_id = ANY ($1::bigint[])`;

/** The first line of a decision says what was decided; one that was stored before has no other. */
const OUTCOMES = `SELECT string_agg('[' || sheet_id || ',' || revision || ','
    || split_part(content, chr(10), 1) || ']', ',') AS rows
  FROM decisions WHERE sheet_id = ANY ($1::bigint[])`;

type Facts = readonly [sheetId: number, sheet: StoredSheet];
type Outcome = readonly [sheetId: number, revision: number, stored: StoredOutcome];

/** Sheets in the order of their ids as given, as they stand decided. */
export async function readStoredSheets(
  tx: Queryable,
  ids: readonly number[],
): Promise<SimulatedSheet[]> {
  // In the order of their index, which Postgres would have to find first.
  const ascending = idList([...ids].sort((a, b) => a - b));
  const [facts, outcomes] = await Promise.all([
    readRows<Facts>(tx, FACTS, ascending),
    readRows<Outcome>(tx, OUTCOMES, ascending),
  ]);
  const factsOf = new Map(facts);
  const outcomeOf = newestOutcomes(outcomes);
  return ids.flatMap((id) => {
    const [stored, outcome] = [factsOf.get(id), outcomeOf.get(id)];
    if (stored === undefined || outcome === undefined) return [];
    return [{ id, sheet: sheetOf(stored), standing: standingOf(decodeOutcome(outcome)) }];
  });
}

async function readRows<Row>(tx: Queryable, text: string, ids: string): Promise<Row[]> {
  const { rows } = await tx.query<{ rows: string | null }>(prepared(text), [ids]);
  return JSON.parse(`[${rows[0]?.rows ?? ''}]`) as Row[];
}

/** Of the decisions of a sheet the last one counts. */
function newestOutcomes(outcomes: readonly Outcome[]): Map<number, StoredOutcome> {
  const inOrder = [...outcomes].sort(([, a], [, b]) => a - b);
  return new Map(inOrder.map(([id, , stored]) => [id, stored]));
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
