import type { Move } from './move.ts';

/** How a value is written: an amount is kept in centimes, a rate in 1/10,000. */
export type Form = 'amount' | 'rate' | 'coefficient' | 'count' | 'text';

export const AMOUNT: readonly [Form] = ['amount'];
export const RATE: readonly [Form] = ['rate'];
export const COEFFICIENT: readonly [Form] = ['coefficient'];
export const COUNT: readonly [Form] = ['count'];
export const TEXT: readonly [Form] = ['text'];

/** By name, in the order of names: a text that all its steps share, or the form of a figure. */
export type Looked = Readonly<Record<string, string | readonly [Form]>>;

export interface CitationParts {
  readonly rule: string;
  readonly row?: string | null;
  readonly source?: string | null;
  readonly looked?: Looked | null;
  readonly moves?: readonly Move[];
}

const NO_MOVES: readonly Move[] = [];

/**
 * What the steps of a rule under one row have in common. It is made once for a row, so that a step
 * holds figures only.
 */
export class Citation {
  /** The rule's code, "cost-sharing/coverage-rate". */
  readonly rule: string;
  /** The row of the ruleset, tariff or referential that it applied, where there is one. */
  readonly row: string | null;
  /** The legal or published source of that row. */
  readonly source: string | null;
  /** null: it looked at what its reason names. */
  readonly looked: Looked | null;
  /** What it may move, in the order of the amounts. */
  readonly moves: readonly Move[];
  /** How many figures come before the amounts moved. */
  readonly lookedCount: number;
  #shape: string | undefined;
  #texts: string | undefined;

  constructor({ rule, row = null, source = null, looked = null, moves }: CitationParts) {
    this.rule = rule;
    this.row = row;
    this.source = source;
    this.looked = looked;
    this.moves = moves ?? NO_MOVES;
    this.lookedCount = looked === null ? 0 : countForms(looked);
  }

  /** JSON of what it has in common with the citations of other rows, as decisions are stored. */
  get shape(): string {
    this.#shape ??= JSON.stringify([
      ...[this.rule, this.source, this.looked && Object.entries(this.looked).map(nameOf)],
      ...this.moves.map(({ from, to }) => `${from}>${to}`),
    ]);
    return this.#shape;
  }

  /** The same of its row and the texts that it looked at, by their names: `,"row","text",...]`. */
  get texts(): string {
    this.#texts ??= `,${JSON.stringify([
      this.row,
      ...Object.values(this.looked ?? {}).filter((value) => !isForm(value)),
    ]).slice(1)}`;
    return this.#texts;
  }
}

function countForms(looked: Looked): number {
  let count = 0;
  for (const name in looked) if (typeof looked[name] !== 'string') count += 1;
  return count;
}

function isForm(value: string | readonly [Form]): value is readonly [Form] {
  return typeof value !== 'string';
}

function nameOf([name, value]: [string, string | readonly [Form]]): string {
  return isForm(value) ? `${name}:${value[0]}` : name;
}

/** The citations of a rule, each made when its row is first applied. */
export function citing<Row extends object>(make: (row: Row) => Citation): (row: Row) => Citation {
  const made = new WeakMap<Row, Citation>();
  return (row) => {
    let citation = made.get(row);
    if (citation === undefined) {
      citation = make(row);
      made.set(row, citation);
    }
    return citation;
  };
}
