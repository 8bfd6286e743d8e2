import type { CompiledSession } from '#domain/coverage/compiled-ruleset.ts';
import { Citation, citing } from '#domain/decision/citation.ts';
import { TO_EXCESS } from '#domain/decision/move.ts';
import type { Reason } from '#domain/decision/reason.ts';
import type { SessionRule, SessionShare } from '#domain/decision/rule.ts';
import type { Session } from '#domain/decision/session.ts';
import { NO_FIGURES } from '#domain/decision/step.ts';
import { type Centimes, formatAmount } from '#domain/money/centimes.ts';

/**
 * In one session either the consultation or the technical acts are paid: the dearest consultation
 * is compared with the acts together after their percentages. The acts win when equal.
 */
export const consultationOrActs: SessionRule = {
  code: 'session/consultation-or-acts',
  title: 'Consultation and acts in one session',
  reference: 'NGAP (order 177-06 of 2006), art. 9B and general provisions',
  share(session) {
    const { terms, lines } = session;
    let acts: Centimes | null = null;
    let consultation: Centimes | null = null;
    for (const line of lines) {
      if (terms.technical.has(line.category)) acts = (acts ?? 0) + line.eligible;
      else if (terms.consultation.has(line.category)) {
        consultation = Math.max(consultation ?? 0, line.eligible);
      }
    }
    if (acts === null || consultation === null) return [];
    const facts = { consultation: formatAmount(consultation), acts: formatAmount(acts) };
    return acts >= consultation
      ? lose(session, terms.consultation, { code: 'acts-paid-instead', facts })
      : lose(session, terms.technical, { code: 'consultation-paid-instead', facts });
  },
};

function lose(
  { terms, lines }: Session,
  losers: ReadonlySet<string>,
  reason: Reason,
): readonly SessionShare[] {
  return lines
    .filter(({ category, eligible }) => losers.has(category) && eligible > 0)
    .map((line) => ({
      line,
      eligible: 0,
      cited: cite(terms),
      figures: NO_FIGURES,
      reason,
    }));
}

/** What it looked at is what its reason says. */
const cite = citing(
  ({ code, source }: CompiledSession) =>
    new Citation({ rule: consultationOrActs.code, row: code, source, moves: [TO_EXCESS] }),
);
