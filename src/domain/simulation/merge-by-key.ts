import { compareText } from '../calendar/compare-text.ts';

/** The values of both maps together, keys in the order of their code units. */
export function mergeByKey<Value>(
  a: ReadonlyMap<string, Value>,
  b: ReadonlyMap<string, Value>,
  merge: (x: Value | undefined, y: Value | undefined) => Value,
): ReadonlyMap<string, Value> {
  const keys = [...new Set([...a.keys(), ...b.keys()])].sort(compareText);
  return new Map(keys.map((key) => [key, merge(a.get(key), b.get(key))]));
}
