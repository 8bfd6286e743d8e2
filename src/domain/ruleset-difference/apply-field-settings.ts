import { isJsonObject, type Json, type JsonObject, rowsOf } from './ruleset-json.ts';

/** A field set anew: of a row by its code, "ROUTINE.rate", or of the document, "effectiveFrom". */
export interface FieldSetting {
  readonly path: string;
  readonly value: Json;
}

export interface AppliedSettings {
  readonly document: JsonObject;
  /** Positions of settings whose row or field does not exist. */
  readonly unknown: readonly number[];
}

/**
 * A document with some of its fields set anew, one after the other. Codes of rows have no dot and
 * stand once in a document, so a path says which field it means whatever the list.
 */
export function applyFieldSettings(
  document: JsonObject,
  settings: readonly FieldSetting[],
): AppliedSettings {
  const unknown: number[] = [];
  let result = document;
  settings.forEach(({ path, value }, index) => {
    const changed = setField(result, path.split('.'), value);
    if (changed === undefined) unknown.push(index);
    else result = changed;
  });
  return { document: result, unknown };
}

function setField(document: JsonObject, path: string[], value: Json): JsonObject | undefined {
  const [first = '', ...rest] = path;
  for (const [name, part] of Object.entries(document)) {
    const row = rowsOf(part)?.find(({ code }) => code === first);
    if (row === undefined) continue;
    if (rest.length === 0) return undefined;
    const changed = setWithin(row.value, rest, value);
    const list = Array.isArray(part) ? (part as readonly Json[]) : undefined;
    return { ...document, [name]: list?.with(row.position - 1, changed) ?? changed };
  }
  const isField = Object.hasOwn(document, first) || OPTIONAL_FIELDS.includes(first);
  return isField ? setWithin(document, path, value) : undefined;
}

/** Of the document; what a row may have is for its schema to say. */
const OPTIONAL_FIELDS = ['effectiveTo', 'cases'];

/** Objects on the way are made where they are missing: "when.categories" of a row for any care. */
function setWithin(object: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  return { ...object, [name]: setWithin(isJsonObject(inner) ? inner : {}, rest, value) };
}
