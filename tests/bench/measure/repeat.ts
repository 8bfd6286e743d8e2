/** Runs the same measurement a number of times, one after the other. */
export async function repeat<T>(
  times: number,
  measure: (turn: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  for (let turn = 0; turn < times; turn += 1) results.push(await measure(turn));
  return results;
}

/** Each value of one list divided by the median of the other, which was measured beside it. */
export function ratios(values: readonly number[], limit: number): number[] {
  return values.map((value) => value / limit);
}
