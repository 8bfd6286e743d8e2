import type { CompiledSession } from '#domain/coverage/compiled-ruleset.ts';
import { Citation, citing } from '#domain/decision/citation.ts';
import { TO_DISALLOWED } from '#domain/decision/move.ts';
import type { Allowance, LimitRule } from '#domain/decision/rule.ts';
import { NO_FIGURES } from '#domain/decision/step.ts';

const NONE: readonly Allowance[] = [];

/** A technical line counts one unit in a session, alone or not. */
export const oneUnitOfTechnicalAct: LimitRule = {
  code: 'limits/one-unit-of-technical-act',
  title: 'A technical act counts one unit',
  reference: 'NGAP (order 177-06 of 2006), art. 9B: several acts in one session',
  limit({ subject, terms, units, code }) {
    const session = terms?.session;
    if (!session || subject === undefined || units <= 1) return NONE;
    if (!session.technical.has(subject.category)) return NONE;
    const facts = { code, declared: String(units) };
    return [
      {
        units: 1,
        countsUnder: null,
        cited: cite(session),
        figures: NO_FIGURES,
        reason: { code: 'one-unit-per-session', facts },
      },
    ];
  },
};

/** What it looked at is what its reason says. */
const cite = citing(
  ({ code, source }: CompiledSession) =>
    new Citation({
      ...{ rule: oneUnitOfTechnicalAct.code, row: code, source },
      moves: [TO_DISALLOWED],
    }),
);
