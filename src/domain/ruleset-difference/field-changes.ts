import { isJsonObject, type Json, sameJson } from './ruleset-json.ts';

/** One field with its value before and after; a side that lacks the field has no value. */
export interface FieldChange {
  /** "rate", "when.categories"; of an object in a list "lines.0.price". */
  readonly path: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** The innermost fields that differ: of an object its fields, of a list of values the list. */
export function fieldChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly FieldChange[] {
  if (sameJson(before, after)) return [];
  const [was, is] = [partsOf(before, after), partsOf(after, before)];
  if (was === undefined || is === undefined) {
    return [
      {
        path,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  }
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((name) =>
    fieldChanges(path === '' ? name : `${path}.${name}`, was.get(name), is.get(name)),
  );
}

/**
 * An object by its fields, a list of objects by its places; undefined for a value. What is absent
 * has no parts where the other side has some.
 */
function partsOf(
  value: Json | undefined,
  other?: Json | undefined,
): ReadonlyMap<string, Json> | undefined {
  if (value === undefined) return partsOf(other ?? null) && new Map();
  if (isJsonObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const list = value as readonly Json[];
  if (list.length === 0 || !list.every(isJsonObject)) return undefined;
  return new Map(list.map((item, index) => [String(index), item]));
}
