import type { SessionRule, SessionShare } from '#domain/decision/rule.ts';
import type { SessionLine } from '#domain/decision/session.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { applyRate, FULL_RATE, formatRate, type Rate } from '#domain/money/rate.ts';

/**
 * Of several technical acts in one session the dearest counts in full, the second in part, the
 * others not, by the ruleset's percentages; its last percentage counts for all that follow.
 */
export const technicalActs: SessionRule = {
  code: 'session/technical-acts',
  title: 'Several technical acts in one session',
  reference: 'NGAP (order 177-06 of 2006), art. 9B',
  share({ terms, lines }) {
    const shares: SessionShare[] = [];
    for (const line of lines) {
      if (!terms.technical.has(line.category)) continue;
      const rank = shares.length;
      const percentage =
        terms.percentages[rank] ?? terms.percentages[terms.percentages.length - 1] ?? FULL_RATE;
      const { code, source } = terms;
      shares.push({ ...ranked(line, rank + 1, percentage), row: code, source });
    }
    return shares;
  },
};

function ranked(
  line: SessionLine,
  rank: number,
  percentage: Rate,
): Omit<SessionShare, 'row' | 'source'> {
  const before = line.allowedEligible;
  const eligible = percentage === FULL_RATE ? before : applyRate(before, percentage);
  const facts = { rank: String(rank), percentage: formatRate(percentage) };
  return {
    line,
    eligible,
    looked: { ...facts, before: formatAmount(before), after: formatAmount(eligible) },
    reason: eligible < before ? { code: 'session-reduction', facts } : null,
  };
}
