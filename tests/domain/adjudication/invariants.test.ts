import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { assertDecision } from '#domain/adjudication/invariants.ts';
import type { Decision, LineDecision } from '#domain/decision/decision.ts';
import { input } from '#tests/domain/builders/input-builder.ts';

const GOOD = adjudicate(input());
const LINE = GOOD.lines[0]!;

function withLine(rest: Partial<LineDecision>): Decision {
  return { ...GOOD, lines: [{ ...LINE, ...rest }] };
}

describe('a decision that breaks its promise', () => {
  it.each([
    ['an amount that is lost', withLine({ amounts: { ...LINE.amounts!, copay: 799 } })],
    ['steps that lead elsewhere', withLine({ steps: LINE.steps.slice(0, -1) })],
    ['a denied line that is paid', withLine({ outcome: 'denied' })],
    ['a pended line of a final decision', withLine({ outcome: 'pended' })],
    [
      'totals that are not those of the lines',
      { ...GOOD, totals: { ...GOOD.totals!, benefit: 1 } },
    ],
    ['no totals', { ...GOOD, totals: null }],
    ['a pended sheet with a history', { ...GOOD, outcome: 'pended' as const }],
    ['a rejected sheet that pays', { ...GOOD, outcome: 'rejected' as const }],
  ])('%s', (_, decision) => {
    expect(() => assertDecision(decision)).toThrow('broken decision');
  });

  it('is none of a good one', () => {
    expect(() => assertDecision(GOOD)).not.toThrow();
  });
});
