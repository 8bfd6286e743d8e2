import { formatAmount } from '../money/centimes.ts';
import { formatCoefficient } from '../money/coefficient.ts';
import { formatRate } from '../money/rate.ts';
import type { Form } from './citation.ts';
import type { Movement, Step, StepRecord } from './step.ts';

/** A step as people read it: its figures as text, and only what it moved indeed. */
export function tellStep(record: StepRecord): Step {
  const { cited, reason } = record;
  const movements = movementsOf(record);
  return {
    looked: lookedOf(record),
    ...(movements.length === 0 ? {} : { movements }),
    ...(reason === null ? {} : { reason: reason.code }),
    ...(cited.row === null ? {} : { row: cited.row }),
    rule: cited.rule,
    ...(cited.source === null ? {} : { source: cited.source }),
  };
}

/** The amounts above 0 that a step moved. */
export function movementsOf({ cited, figures }: StepRecord): Movement[] {
  const { moves, lookedCount } = cited;
  return moves.flatMap(({ from, to }, index) => {
    const amount = Number(figures[lookedCount + index]);
    return amount > 0 ? [{ amount, from, to }] : [];
  });
}

function lookedOf({ cited, figures, reason }: StepRecord): Readonly<Record<string, string>> {
  if (cited.looked === null) return reason?.facts ?? {};
  let next = 0;
  const told = Object.entries(cited.looked).map(([name, value]) => {
    if (typeof value === 'string') return [name, value];
    const figure = figures[next] ?? '';
    next += 1;
    return [name, typeof figure === 'string' ? figure : write(figure, value[0])];
  });
  return Object.fromEntries(told);
}

function write(figure: number, form: Form): string {
  switch (form) {
    case 'amount':
      return formatAmount(figure);
    case 'rate':
      return formatRate(figure);
    case 'coefficient':
      return formatCoefficient(figure);
    case 'count':
    case 'text':
      return String(figure);
  }
}
