import type { Queryable } from '#db/client.ts';

/** Makes a value once for a key, and forgets the one before; a failure is not kept. */
export function keepLast<Asked, Value>(
  keyOf: (asked: Asked) => number,
  make: (tx: Queryable, asked: Asked) => Promise<Value>,
): (tx: Queryable, asked: Asked) => Promise<Value> {
  let held: { key: number; value: Promise<Value> } | undefined;
  return (tx, asked) => {
    const key = keyOf(asked);
    if (held?.key === key) return held.value;
    const value = make(tx, asked);
    held = { key, value };
    value.catch(() => {
      if (held?.value === value) held = undefined;
    });
    return value;
  };
}
