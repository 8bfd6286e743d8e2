/** Families that were invented, and how often the record holds them under other numbers. */
export interface Copies {
  readonly families: number;
  readonly copies: number;
}

/** A prime, so that no two families meet; it divides no number of families that a bench has. */
const STEP = 1_000_003;

/**
 * The index of a family in one of its copies; copy 0 is what was invented. The copies are
 * scattered among one another: people who bear neighbouring numbers, and whose rows lie together,
 * do not send their care sheets together.
 */
export function copiedIndex(index: number, copy: number, { families, copies }: Copies): number {
  if (copy === 0) return index;
  return families + ((((copy - 1) * families + index) * STEP) % ((copies - 1) * families));
}
