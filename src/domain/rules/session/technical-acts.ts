import type { CompiledSession } from '#domain/coverage/compiled-ruleset.ts';
import { AMOUNT, Citation, COUNT, citing, RATE } from '#domain/decision/citation.ts';
import { TO_EXCESS } from '#domain/decision/move.ts';
import type { SessionRule, SessionShare } from '#domain/decision/rule.ts';
import type { SessionLine } from '#domain/decision/session.ts';
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
      shares.push({ cited: cite(terms), ...ranked(line, rank + 1, percentage) });
    }
    return shares;
  },
};

function ranked(line: SessionLine, rank: number, percentage: Rate): Omit<SessionShare, 'cited'> {
  const before = line.allowedEligible;
  const eligible = percentage === FULL_RATE ? before : applyRate(before, percentage);
  const figures = [eligible, before, percentage, rank];
  if (eligible >= before) return { line, eligible, figures, reason: null };
  const facts = { rank: String(rank), percentage: formatRate(percentage) };
  return { line, eligible, figures, reason: { code: 'session-reduction', facts } };
}

const cite = citing(
  ({ code, source }: CompiledSession) =>
    new Citation({
      ...{ rule: technicalActs.code, row: code, source },
      looked: { after: AMOUNT, before: AMOUNT, percentage: RATE, rank: COUNT },
      moves: [TO_EXCESS],
    }),
);
