import type { LineCondition } from '../../coverage/ruleset.ts';
import { type Centimes, formatAmount, MAX_CENTIMES, parseAmount } from '../../money/centimes.ts';

/** One fact of a line, cut into the values between which the conditions of a ruleset choose. */
export interface Dimension {
  /** A bit for each value. */
  readonly all: bigint;
  /** The values that a condition lets pass. */
  bitsOf(when: LineCondition): bigint;
  /** The condition that lets just these values pass; empty where no condition can say it. */
  describe(bits: bigint): LineCondition;
}

type ListKey = {
  [K in keyof LineCondition]-?: NonNullable<LineCondition[K]> extends readonly string[] ? K : never;
}[keyof LineCondition];

/** A fact that is one of few values. */
export function closedDimension(key: ListKey, values: readonly string[]): Dimension {
  return listDimension(key, values, false);
}

/** A fact of any value: those that some condition names, and one that stands for all others. */
export function openDimension(key: ListKey, conditions: readonly LineCondition[]): Dimension {
  const named = new Set(conditions.flatMap((when): readonly string[] => when[key] ?? []));
  return listDimension(key, [...named], true);
}

function listDimension(key: ListKey, values: readonly string[], hasOthers: boolean): Dimension {
  const all = fullBits(values.length + (hasOthers ? 1 : 0));
  const others = hasOthers ? 1n << BigInt(values.length) : 0n;
  return {
    all,
    bitsOf(when) {
      const wanted: readonly string[] | undefined = when[key];
      if (wanted === undefined) return all;
      return bitsWhere(values, (value) => wanted.includes(value)) | beyond(wanted, values, others);
    },
    describe: (bits) =>
      bits === all || (bits & others) !== 0n
        ? {}
        : { [key]: values.filter((_value, index) => (bits >> BigInt(index)) & 1n) },
  };
}

/** What a condition does not name can still be what an act is for: one of the others. */
function beyond(wanted: readonly string[], values: readonly string[], others: bigint): bigint {
  return wanted.some((value) => !values.includes(value)) ? others : 0n;
}

export function ageDimension(conditions: readonly LineCondition[]): Dimension {
  return rangeDimension({
    highest: 150,
    bounds: conditions,
    read: ({ minAge, maxAge }) => ({ from: minAge, to: maxAge }),
    write: ({ from, to }) => ({
      ...(from === undefined ? {} : { minAge: from }),
      ...(to === undefined ? {} : { maxAge: to }),
    }),
  });
}

export function amountDimension(conditions: readonly LineCondition[]): Dimension {
  const read = (text: string | undefined): Centimes | undefined =>
    text === undefined ? undefined : parseAmount(text);
  return rangeDimension({
    highest: MAX_CENTIMES,
    bounds: conditions,
    read: ({ minAmount, maxAmount }) => ({ from: read(minAmount), to: read(maxAmount) }),
    write: ({ from, to }) => ({
      ...(from === undefined ? {} : { minAmount: formatAmount(from) }),
      ...(to === undefined ? {} : { maxAmount: formatAmount(to) }),
    }),
  });
}

interface Bounds {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

interface RangeFact {
  readonly highest: number;
  readonly bounds: readonly LineCondition[];
  readonly read: (when: LineCondition) => Bounds;
  readonly write: (bounds: Bounds) => LineCondition;
}

/** A number, in the ranges between the bounds that conditions name. */
function rangeDimension({ highest, bounds, read, write }: RangeFact): Dimension {
  const named = bounds.flatMap((when) => {
    const { from, to } = read(when);
    return [from ?? 0, (to ?? highest) + 1];
  });
  const starts = [...new Set([0, ...named])].filter((start) => start <= highest);
  starts.sort((a, b) => a - b);
  const endOf = (index: number) => (starts[index + 1] ?? highest + 1) - 1;
  const all = fullBits(starts.length);
  return {
    all,
    bitsOf(when) {
      const { from = 0, to = highest } = read(when);
      return bitsWhere(starts, (start, index) => start <= to && endOf(index) >= from);
    },
    describe(bits) {
      const held = starts.flatMap((_start, index) => ((bits >> BigInt(index)) & 1n ? [index] : []));
      const [first = 0] = held;
      const last = held.at(-1) ?? 0;
      if (held.length !== last - first + 1) return {};
      const isOpen = last === starts.length - 1;
      return write({ from: starts[first] || undefined, to: isOpen ? undefined : endOf(last) });
    },
  };
}

export function fullBits(size: number): bigint {
  return (1n << BigInt(size)) - 1n;
}

export function bitsWhere<Value>(
  values: readonly Value[],
  holds: (value: Value, index: number) => boolean,
): bigint {
  let bits = 0n;
  for (const [index, value] of values.entries()) {
    if (holds(value, index)) bits |= 1n << BigInt(index);
  }
  return bits;
}
