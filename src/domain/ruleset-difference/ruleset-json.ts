/** A document of a ruleset before anybody knows that it is a valid one. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

export interface Row {
  readonly code: string;
  /** From 1. */
  readonly position: number;
  readonly value: JsonObject;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The rows of a list, or of a single row such as the session terms; nothing is an empty list.
 * Undefined for what is no list of rows.
 */
export function rowsOf(value: Json | undefined): readonly Row[] | undefined {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const objects = list.filter(isJsonObject);
  if (objects.length < list.length) return undefined;
  const codes = objects.map(({ code }) => code);
  return objects.map((row, index) => {
    const { code } = row;
    const isOwn = typeof code === 'string' && code !== '' && codes.indexOf(code) === index;
    return { code: isOwn ? code : `#${index + 1}`, position: index + 1, value: row };
  });
}

/** True when the values are equal, whatever the order of their fields. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => sameJson(a[name], b[name]));
  }
  return a === b;
}
