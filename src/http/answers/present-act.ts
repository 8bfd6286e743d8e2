import type { ActRecord } from '#db/reads/acts.ts';
import { formatCoefficient } from '#domain/money/coefficient.ts';

export function presentAct(act: ActRecord) {
  const { coefficient } = act;
  return { ...act, coefficient: coefficient === null ? null : formatCoefficient(coefficient) };
}
