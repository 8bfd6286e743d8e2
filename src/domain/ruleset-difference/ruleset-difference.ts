import { type FieldChange, fieldChanges } from './field-changes.ts';
import { type Json, type JsonObject, type Row, rowsOf, sameJson } from './ruleset-json.ts';

interface OfRow {
  /** "coverage" */
  readonly list: string;
  /** Of the row; "#3" for the third one, when it has no code of its own. */
  readonly code: string;
}

/** Something that differs between two rulesets, row by row and field by field. */
export type RulesetChange =
  | ({ readonly kind: 'field-changed' } & FieldChange)
  | ({ readonly kind: 'row-added'; readonly position: number; readonly row: Json } & OfRow)
  | ({ readonly kind: 'row-removed'; readonly position: number; readonly row: Json } & OfRow)
  | ({ readonly kind: 'row-changed'; readonly fields: readonly FieldChange[] } & OfRow)
  | {
      readonly kind: 'rows-reordered';
      readonly list: string;
      /** The rows that both have, in the order of each: in most tables the first match counts. */
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/**
 * What differs between two documents, in the order in which a ruleset is read. Rows are known by
 * their codes, so a row that moved is no removed and added one. Drafts may be anything that is
 * JSON, so nothing is taken for granted of what they hold.
 */
export function rulesetDifference(before: JsonObject, after: JsonObject): readonly RulesetChange[] {
  return namesOf(before, after).flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (sameJson(was, is)) return [];
    const [rowsBefore, rowsAfter] = [rowsOf(was), rowsOf(is)];
    if (rowsBefore === undefined || rowsAfter === undefined) return fieldsChanged(name, was, is);
    if (rowsBefore.length + rowsAfter.length === 0) return fieldsChanged(name, was, is);
    return rowsChanged(name, rowsBefore, rowsAfter);
  });
}

const READING_ORDER = [
  ...['code', 'title', 'schemes', 'effectiveFrom', 'effectiveTo', 'tariffGrid'],
  ...['coverage', 'exclusions', 'caps', 'unitLimits', 'renewalIntervals', 'session'],
  ...['filingLimits', 'ageLimits', 'prescriptions', 'authorizations', 'attachments', 'holds'],
];

function namesOf(before: JsonObject, after: JsonObject): readonly string[] {
  const present = new Set([...Object.keys(before), ...Object.keys(after)]);
  const known = READING_ORDER.filter((name) => present.has(name));
  return [...known, ...[...present].filter((name) => !READING_ORDER.includes(name)).sort()];
}

function fieldsChanged(
  name: string,
  before: Json | undefined,
  after: Json | undefined,
): RulesetChange[] {
  return fieldChanges(name, before, after).map((change) => ({ kind: 'field-changed', ...change }));
}

function rowsChanged(
  list: string,
  before: readonly Row[],
  after: readonly Row[],
): readonly RulesetChange[] {
  const were = new Map(before.map((row) => [row.code, row]));
  const are = new Map(after.map((row) => [row.code, row]));
  const removed = before.filter(({ code }) => !are.has(code));
  return [
    ...removed.map((row): RulesetChange => ({ kind: 'row-removed', list, ...placeOf(row) })),
    ...after.flatMap((row) => rowChange(list, were.get(row.code), row)),
    ...reordered(list, codesIn(before, are), codesIn(after, were)),
  ];
}

function rowChange(list: string, before: Row | undefined, after: Row): RulesetChange[] {
  if (before === undefined) return [{ kind: 'row-added', list, ...placeOf(after) }];
  const fields = fieldChanges('', before.value, after.value);
  return fields.length === 0 ? [] : [{ kind: 'row-changed', list, code: after.code, fields }];
}

function placeOf({ code, position, value }: Row) {
  return { code, position, row: value };
}

function codesIn(rows: readonly Row[], others: ReadonlyMap<string, Row>): readonly string[] {
  return rows.filter(({ code }) => others.has(code)).map(({ code }) => code);
}

function reordered(
  list: string,
  before: readonly string[],
  after: readonly string[],
): RulesetChange[] {
  const isSame = before.every((code, index) => code === after[index]);
  return isSame ? [] : [{ kind: 'rows-reordered', list, before, after }];
}
