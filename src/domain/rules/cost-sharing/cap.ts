import type { CompiledCap } from '#domain/coverage/compiled-ruleset.ts';
import { AMOUNT, Citation, citing } from '#domain/decision/citation.ts';
import { TO_OVER_CAP } from '#domain/decision/move.ts';
import type { CapRule } from '#domain/decision/rule.ts';
import type { StepRecord } from '#domain/decision/step.ts';
import { type Centimes, formatAmount } from '#domain/money/centimes.ts';

/**
 * A line is paid the least of its benefit and of what is left of every cap that it counts in;
 * each of them moves by what was paid.
 */
export const cap: CapRule = {
  code: 'cost-sharing/cap',
  title: 'Caps on the benefit',
  reference: 'Caps of the ruleset, each row with its source',
  cap(line, caps, usage) {
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

/** What is paid under the row that binds is all that remained of it. */
function describe(row: CompiledCap, { used, benefit, paid, binds }: Use): StepRecord {
  const cited = cite(row);
  if (!binds) return { cited, figures: [used + paid, used], reason: null };
  const facts = {
    row: row.code,
    capAmount: row.amountText,
    used: formatAmount(used),
    remaining: formatAmount(paid),
    benefit: formatAmount(benefit),
  };
  const reason = { code: 'cap-reached', facts };
  return { cited, figures: [used + paid, used, benefit - paid], reason };
}

const cite = citing(
  ({ code, source, amountText }: CompiledCap) =>
    new Citation({
      ...{ rule: cap.code, row: code, source },
      looked: { after: AMOUNT, before: AMOUNT, capAmount: amountText },
      moves: [TO_OVER_CAP],
    }),
);
