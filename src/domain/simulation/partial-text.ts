import type { PartialResult } from './partial-result.ts';

/** A partial result as it is kept until all are merged: maps become lists of their entries. */
export function writePartial(result: PartialResult): string {
  return JSON.stringify(result, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

type Written = {
  readonly [Member in keyof PartialResult]: PartialResult[Member] extends ReadonlyMap<
    infer Key,
    infer Value
  >
    ? readonly (readonly [Key, Value])[]
    : PartialResult[Member];
};

export function readPartial(text: string): PartialResult {
  const written = JSON.parse(text) as Written;
  return {
    ...written,
    byFund: new Map(written.byFund),
    byProvider: new Map(written.byProvider),
    byCategory: new Map(written.byCategory),
    byReason: new Map(written.byReason),
    moves: new Map(written.moves),
    undecidable: new Map(written.undecidable),
    providerDifferences: new Map(written.providerDifferences),
  };
}
