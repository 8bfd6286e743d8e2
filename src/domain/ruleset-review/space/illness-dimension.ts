import type { LineCondition } from '../../coverage/ruleset.ts';
import { bitsWhere, type Dimension, fullBits } from './dimension.ts';

interface Illness {
  readonly kind: 'none' | 'long-term' | 'costly';
  /** Of the certificate; null: one that no condition names. */
  readonly code: string | null;
}

/**
 * The certified illness with its code, since only who has an illness has a code. Somebody with
 * several codes is let pass as soon as one of them is, so single ones tell everything.
 */
export function illnessDimension(conditions: readonly LineCondition[]): Dimension {
  const codes = [...new Set(conditions.flatMap(({ illnessCodes }) => illnessCodes ?? [])), null];
  const illnesses: readonly Illness[] = [
    { kind: 'none', code: null },
    ...codes.flatMap((code) => [
      { kind: 'long-term' as const, code },
      { kind: 'costly' as const, code },
    ]),
  ];
  const all = fullBits(illnesses.length);
  return {
    all,
    bitsOf: ({ illnesses: kinds, illnessCodes }) =>
      bitsWhere(
        illnesses,
        ({ kind, code }) =>
          (kinds === undefined || kinds.includes(kind)) &&
          (illnessCodes === undefined || (code !== null && illnessCodes.includes(code))),
      ),
    describe(bits) {
      if (bits === all) return {};
      const held = illnesses.filter((_illness, index) => (bits >> BigInt(index)) & 1n);
      const kinds = [...new Set(held.map(({ kind }) => kind))];
      const named = [...new Set(held.flatMap(({ code }) => (code === null ? [] : [code])))];
      const isNamed = held.every(({ code }) => code !== null);
      return { illnesses: kinds, ...(isNamed ? { illnessCodes: named } : {}) };
    },
  };
}
