/**
 * Sets of lines as boxes: for each dimension (category, setting, ...) the values that it may have,
 * as bits. A condition is one box; what is left of it when others are taken away is several.
 */
export type Box = readonly bigint[];

/** Beyond so many boxes nobody could read the answer either. */
const MOST_BOXES = 4000;

/** What of some boxes none of the others holds, in disjoint boxes; null when it is too much. */
export function subtractAll(boxes: readonly Box[], others: readonly Box[]): readonly Box[] | null {
  let rest: readonly Box[] = boxes.filter((box) => !isEmpty(box));
  for (const other of others) {
    rest = rest.flatMap((box) => subtract(box, other));
    if (rest.length > MOST_BOXES) return null;
  }
  return rest;
}

export function isEmpty(box: Box): boolean {
  return box.includes(0n);
}

export function intersect(a: Box, b: Box): Box {
  return a.map((bits, dimension) => bits & (b[dimension] ?? 0n));
}

function subtract(box: Box, other: Box): readonly Box[] {
  if (isEmpty(intersect(box, other))) return [box];
  const rest: Box[] = [];
  let inside = box;
  for (const [dimension, bits] of box.entries()) {
    const outside = bits & ~(other[dimension] ?? 0n);
    if (outside === 0n) continue;
    rest.push(inside.with(dimension, outside));
    inside = inside.with(dimension, bits & ~outside);
  }
  return rest;
}

/** The same set in fewer boxes: two that differ in one dimension only are one. */
export function merge(boxes: readonly Box[]): readonly Box[] {
  const merged: Box[] = [];
  for (const box of boxes) {
    const at = merged.findIndex((other) => differences(box, other) === 1);
    const other = merged[at];
    if (other === undefined) merged.push(box);
    else merged[at] = union(box, other);
  }
  return merged.length === boxes.length ? merged : merge(merged);
}

/** The smallest box that holds both. */
export function union(a: Box, b: Box): Box {
  return a.map((bits, dimension) => bits | (b[dimension] ?? 0n));
}

function differences(a: Box, b: Box): number {
  return a.filter((bits, dimension) => bits !== b[dimension]).length;
}
