import type { Bench } from './bench.ts';
import type { TargetName } from './targets.ts';

/** One line of the report: what was measured, each repetition of it, and what it is held to. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** One value a repetition, in the order in which they were taken. */
  readonly values: readonly number[];
  readonly target?: TargetName;
}

/**
 * A part of the bench. The next one is a file beside the others in `sections/` and a line in
 * `sections.ts`; what it writes through `bench.onProduct` is checked by the product's invariants.
 */
export interface Section {
  /** What `--only` takes. */
  readonly name: string;
  readonly title: string;
  /** False for what takes longer than the five minutes of `--quick` allow. */
  readonly inQuick: boolean;
  run(bench: Bench): Promise<readonly Figure[]>;
}

/** A figure of several repetitions. */
export function figure(
  name: string,
  unit: string,
  { values, target }: { values: readonly number[]; target?: TargetName | undefined },
): Figure {
  return { name, unit, values, ...(target === undefined ? {} : { target }) };
}
