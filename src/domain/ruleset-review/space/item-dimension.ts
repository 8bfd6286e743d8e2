import type { ReferenceRows } from '../../coverage/reference.ts';
import type { LineCondition } from '../../coverage/ruleset.ts';
import { CATEGORIES, type Category } from '../../nomenclature/category.ts';
import type { MedicineKind } from '../../nomenclature/medicine.ts';
import { bitsWhere, type Dimension, fullBits } from './dimension.ts';

/** What was done or given: an act that a condition names, or all others of a category. */
interface Item {
  readonly category: Category;
  /** null: all that no condition names. */
  readonly code: string | null;
  /** null for all but medicines. */
  readonly kind: MedicineKind | null;
}

export interface ItemDimension extends Dimension {
  /** The items of a category. */
  ofCategory(category: Category): bigint;
  /** The item that stands for an act or a medicine. */
  ofCode(code: string, category: Category, kind: MedicineKind | null): bigint;
}

const KINDS = ['originator', 'generic', 'unspecified'] as const satisfies readonly MedicineKind[];

/** Category, code and kind of medicine together, since the code decides the other two. */
export function itemDimension(
  conditions: readonly LineCondition[],
  reference: Pick<ReferenceRows, 'acts' | 'medicines'>,
): ItemDimension {
  const named = new Set(conditions.flatMap(({ acts }) => acts ?? []));
  const items = [...itemsOf(null), ...[...named].flatMap((code) => namedItems(code, reference))];
  const all = fullBits(items.length);
  return {
    all,
    bitsOf: ({ categories, acts, medicineKinds }) =>
      bitsWhere(
        items,
        ({ category, code, kind }) =>
          (categories === undefined || categories.includes(category)) &&
          (acts === undefined || (code !== null && acts.includes(code))) &&
          (medicineKinds === undefined || (kind !== null && medicineKinds.includes(kind))),
      ),
    describe: (bits) => describe(items, bits),
    ofCategory: (category) => bitsWhere(items, (item) => item.category === category),
    ofCode: (code, category, kind) =>
      bitsWhere(
        items,
        (item) =>
          item.category === category &&
          item.kind === kind &&
          item.code === (named.has(code) ? code : null),
      ),
  };
}

/** Every category, once for each kind that its items can have. */
function itemsOf(code: string | null): Item[] {
  return CATEGORIES.flatMap((category): Item[] =>
    category === 'medicine'
      ? KINDS.map((kind) => ({ category, code, kind }))
      : [{ category, code, kind: null }],
  );
}

/** A code that nobody knows could be anything: another check says that it is unknown. */
function namedItems(
  code: string,
  { acts, medicines }: Pick<ReferenceRows, 'acts' | 'medicines'>,
): Item[] {
  const categories = new Set(acts.filter((act) => act.code === code).map((act) => act.category));
  const kinds = new Set(medicines.filter((each) => each.code === code).map(({ kind }) => kind));
  if (categories.size + kinds.size === 0) return itemsOf(code);
  return [
    ...[...categories].map((category) => ({ category, code, kind: null })),
    ...[...kinds].map((kind) => ({ category: 'medicine' as const, code, kind })),
  ];
}

function describe(items: readonly Item[], bits: bigint): LineCondition {
  if (bits === fullBits(items.length)) return {};
  const held = items.filter((_item, index) => (bits >> BigInt(index)) & 1n);
  const categories = [...new Set(held.map(({ category }) => category))];
  const codes = [...new Set(held.flatMap(({ code }) => (code === null ? [] : [code])))];
  if (held.every(({ code }) => code !== null)) return { acts: codes };
  const kinds = [...new Set(held.flatMap(({ kind }) => (kind === null ? [] : [kind])))];
  const isSomeKinds = kinds.length < KINDS.length && held.every(({ kind }) => kind !== null);
  return { categories, ...(isSomeKinds ? { medicineKinds: kinds } : {}) };
}
