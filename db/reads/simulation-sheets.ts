import {
  decodeOutcome,
  type EncodedDecision,
} from '#domain/adjudication/content/decode-decision.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { DecidedOutcome } from '#domain/decision/decision.ts';
import { type Standing, standingOf } from '#domain/simulation/standing.ts';
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
const HEADS = `SELECT string_agg(concat('[', s.id, ',', fund_id, ',"', care_on, '"]'), ',')
    AS rows
  FROM unnest($1::bigint[]) AS wanted (id)
  CROSS JOIN LATERAL (SELECT id, fund_id, care_on, status
    FROM care_sheets WHERE id = wanted.id OFFSET 0) s
  WHERE status IN ('pended', 'returned', 'decided', 'settled')`;

const FACTS = `SELECT string_agg(concat('[', sheet_id, ',', facts, ']'), ',') AS rows
  FROM care_sheet_documents WHERE sheet_id = ANY ($1::bigint[])`;

const DECISIONS = `SELECT string_agg(concat('[', sheet_id, ',', revision, ',', content, ']'), ',')
    AS rows
  FROM decisions WHERE sheet_id = ANY ($1::bigint[])`;

type Head = readonly [id: number, fundId: number, careOn: string];
type Facts = readonly [sheetId: number, sheet: CareSheet];
type Content = EncodedDecision | DecidedOutcome;
type Decided = readonly [sheetId: number, revision: number, content: Content];

/** Sheets in the order of their ids as given; one that was cancelled meanwhile is left out. */
export async function readStoredSheets(
  tx: Queryable,
  ids: readonly number[],
): Promise<SimulatedSheet[]> {
  const [heads, facts, decided] = await Promise.all([
    readRows<Head>(tx, HEADS, ids),
    readRows<Facts>(tx, FACTS, ids),
    readRows<Decided>(tx, DECISIONS, ids),
  ]);
  const headOf = new Map(heads.map((head) => [head[0], head]));
  const sheetOf = new Map(facts);
  const contentOf = newestContents(decided);
  return ids.flatMap((id) => {
    const [head, sheet, content] = [headOf.get(id), sheetOf.get(id), contentOf.get(id)];
    if (head === undefined || sheet === undefined || content === undefined) return [];
    const [, fundId, careOn] = head;
    return [{ id, fundId, careOn, sheet, standing: standingOf(decodeOutcome(content)) }];
  });
}

async function readRows<Row>(tx: Queryable, text: string, ids: readonly number[]): Promise<Row[]> {
  const { rows } = await tx.query<{ rows: string | null }>(prepared(text), [ids]);
  return JSON.parse(`[${rows[0]?.rows ?? ''}]`) as Row[];
}

/** Of the decisions of a sheet the last one counts. */
function newestContents(decided: readonly Decided[]): Map<number, Content> {
  const inOrder = [...decided].sort(([, a], [, b]) => a - b);
  return new Map(inOrder.map(([id, , content]) => [id, content]));
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
