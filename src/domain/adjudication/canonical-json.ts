/**
 * JSON with the keys of every object in the order of their code units, without white space: equal
 * values are equal bytes. Absent and undefined members are the same; amounts stay centimes.
 *
 * The platform writes JSON several times faster than code can, so only objects whose keys are not
 * in order are copied; what the engine builds for every line has its keys in order.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isSafeInteger(value)) return value;
      throw new RangeError(`canonical JSON holds whole numbers only: ${value}`);
    case 'object':
      if (value === null) return value;
      return Array.isArray(value)
        ? listInOrder(value)
        : objectInOrder(value as Record<string, unknown>);
    default:
      throw new RangeError(`canonical JSON holds no ${typeof value}`);
  }
}

function listInOrder(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i += 1) {
    const member = inOrder(list[i]);
    if (member === list[i]) continue;
    copy ??= [...list];
    copy[i] = member;
  }
  return copy ?? list;
}

function objectInOrder(value: Readonly<Record<string, unknown>>): object {
  let last = '';
  let isSame = true;
  for (const key in value) {
    const member = value[key];
    if (key < last || (member !== undefined && inOrder(member) !== member)) {
      isSame = false;
      break;
    }
    last = key;
  }
  return isSame ? value : copyInOrder(value);
}

function copyInOrder(value: Readonly<Record<string, unknown>>): object {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) copy[key] = inOrder(member);
  }
  return copy;
}
