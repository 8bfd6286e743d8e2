import type { CompiledCap } from '#domain/coverage/compiled-ruleset.ts';
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
    const remaining = caps.map((row, i) => Math.max(0, row.amount - (used[i] ?? 0)));
    const paid = Math.min(benefit, ...remaining);
    const binding = paid < benefit ? remaining.indexOf(paid) : -1;
    return caps.map((row, i) =>
      describe(row, { used: used[i] ?? 0, benefit, paid, binds: i === binding }),
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
  const looked = {
    after: formatAmount(used + paid),
    before: formatAmount(used),
    capAmount: formatAmount(row.amount),
  };
  const { code, source } = row;
  if (!binds) return { cap: row, row: code, source, looked, movements: [], reason: null };
  const facts = {
    row: code,
    capAmount: formatAmount(row.amount),
    used: formatAmount(used),
    remaining: formatAmount(Math.max(0, row.amount - used)),
    benefit: formatAmount(benefit),
  };
  return {
    cap: row,
    row: code,
    source,
    looked,
    movements: [{ amount: benefit - paid, from: 'benefit', to: 'overCap' }],
    reason: { code: 'cap-reached', facts },
  };
}
