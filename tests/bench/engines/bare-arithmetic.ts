import { CATEGORIES } from '#domain/nomenclature/category.ts';
import { CAP_AMOUNT, COVERAGE, type Task } from './task.ts';

const RATES = Int32Array.from(COVERAGE, ({ rate }) => rate);
const PLACE = new Map(CATEGORIES.map((category, index) => [category as string, 2 * index]));

/** The same sums on integers, without any rule, reason or explanation: the limit of limits. */
export function bareArithmetic({ lines, used }: Task): number {
  let wanted = 0;
  for (const { category, setting, eligible } of lines) {
    const rate = RATES[(PLACE.get(category) ?? 0) + (setting === 'stay' ? 1 : 0)] ?? 0;
    wanted += Math.floor((eligible * rate + 5_000) / 10_000);
  }
  const room = CAP_AMOUNT - used;
  return wanted < room ? wanted : Math.max(0, room);
}
