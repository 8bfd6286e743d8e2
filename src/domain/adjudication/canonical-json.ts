import { compareText } from '../calendar/compare-text.ts';

/**
 * JSON with the keys of every object in order and without white space: equal values are equal
 * bytes. Absent and undefined are the same. Amounts stay centimes.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return objectText(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`canonical JSON holds whole numbers only: ${value}`);
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new RangeError('canonical JSON holds no such value');
  return text;
}

function objectText(value: object): string {
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => compareText(a, b))) {
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}
