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
    const used: Centimes[] = [];
    let paid = benefit;
    let binding: CompiledCap | undefined;
    for (const row of caps) {
      const before = usage.benefitBefore(line, row);
      const remaining = Math.max(0, row.amount - before);
      used.push(before);
      if (remaining >= paid) continue;
      paid = remaining;
      binding = row;
    }
    const cappings: Capping[] = [];
    for (let i = 0; i < caps.length; i += 1) {
      const row = caps[i];
      if (row === undefined) continue;
      cappings.push(describe(row, { used: used[i] ?? 0, benefit, paid, binds: row === binding }));
    }
    return cappings;
  },
};

interface Use {
  readonly used: Centimes;
  readonly benefit: Centimes;
  readonly paid: Centimes;
  readonly binds: boolean;
}

function describe(row: CompiledCap, { used, benefit, paid, binds }: Use): Capping {
  const capAmount = formatAmount(row.amount);
  const before = formatAmount(used);
  const after = paid === 0 ? before : formatAmount(used + paid);
  const looked = { after, before, capAmount };
  const { code, source } = row;
  if (!binds) return { cap: row, row: code, source, looked, movements: [], reason: null };
  const facts = {
    row: code,
    capAmount,
    used: before,
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
