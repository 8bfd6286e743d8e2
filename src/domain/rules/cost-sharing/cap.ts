import type { CompiledCap } from '#domain/coverage/compiled-ruleset.ts';
import { AMOUNT, Citation, citing } from '#domain/decision/citation.ts';
import { TO_OVER_CAP } from '#domain/decision/move.ts';
import type { Capping, CapRule } from '#domain/decision/rule.ts';
import { type Centimes, formatAmount } from '#domain/money/centimes.ts';

const NONE: readonly Capping[] = [];

/**
 * A line is paid the least of its benefit and of what is left of every cap that it counts in;
 * each of them moves by what was paid.
 */
export const cap: CapRule = {
  code: 'cost-sharing/cap',
  title: 'Caps on the benefit',
  reference: 'Caps of the ruleset, each row with its source',
  cap(line, usage) {
    if (line.subject === undefined || line.terms === undefined) return NONE;
    const caps = line.terms.caps.every(line.subject);
    if (caps.length === 0) return NONE;
    const benefit = line.headings.benefit;
    const used = caps.map((row) => usage.benefitBefore(line, row));
    let paid = benefit;
    let binding: CompiledCap | undefined;
    for (let i = 0; i < caps.length; i += 1) {
      const row = caps[i];
      if (row === undefined) continue;
      const remaining = Math.max(0, row.amount - (used[i] ?? 0));
      if (remaining >= paid) continue;
      paid = remaining;
      binding = row;
    }
    return caps.map((row, i) =>
      describe(row, { used: used[i] ?? 0, benefit, paid, binds: row === binding }),
    );
  },
};

interface Use {
  readonly used: Centimes;
  readonly benefit: Centimes;
  readonly paid: Centimes;
  readonly binds: boolean;
}

function describe(row: CompiledCap, { used, benefit, paid, binds }: Use): Capping {
  const figures = [used + paid, used];
  if (!binds) return { cap: row, cited: cite(row), figures, reason: null };
  const facts = {
    row: row.code,
    capAmount: formatAmount(row.amount),
    used: formatAmount(used),
    remaining: formatAmount(Math.max(0, row.amount - used)),
    benefit: formatAmount(benefit),
  };
  return {
    cap: row,
    cited: cite(row),
    figures: [...figures, benefit - paid],
    reason: { code: 'cap-reached', facts },
  };
}

const cite = citing(
  ({ code, source, amount }: CompiledCap) =>
    new Citation({
      ...{ rule: cap.code, row: code, source },
      looked: { after: AMOUNT, before: AMOUNT, capAmount: formatAmount(amount) },
      moves: [TO_OVER_CAP],
    }),
);
