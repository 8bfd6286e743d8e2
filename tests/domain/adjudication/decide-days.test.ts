import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset, SESSION } from '#tests/domain/builders/reference-builder.ts';

function benefits(document: RulesetDocument, lines: readonly LineItem[]) {
  const care = sheet({ lines });
  const decision = adjudicate(input({ reference: reference(document), sheet: care }));
  return decision.lines.map(({ outcome, amounts }) => `${outcome} ${amounts?.benefit}`);
}

const LIMIT = { code: 'LIMIT', window: { kind: 'lifetime' }, source: 'test' } as const;

describe('a line that is paid nothing', () => {
  it('uses no unit, within a day', () => {
    const document = ruleset({
      session: { ...SESSION, percentages: ['1.00', '0.00'] },
      unitLimits: [{ ...LIMIT, when: { acts: ['KC30', 'AMM'] }, maxUnits: 1 }],
    });
    const lines = [
      line({ code: 'KC50', unitPrice: 112_500 }),
      line({ number: 2, code: 'KC30', unitPrice: 67_500 }),
      line({ number: 3, code: 'AMM', unitPrice: 4_000 }),
    ];
    expect(benefits(document, lines)).toEqual(['approved 101250', 'reduced 0', 'approved 3600']);
  });

  it('uses no unit, from one day to the next', () => {
    const document = ruleset({
      session: SESSION,
      unitLimits: [{ ...LIMIT, when: { acts: ['C'] }, maxUnits: 1 }],
    });
    const lines = [
      line(),
      line({ number: 2, code: 'KC20', unitPrice: 45_000 }),
      line({ number: 3, date: '2026-03-11' }),
    ];
    expect(benefits(document, lines)).toEqual(['reduced 0', 'approved 40500', 'approved 7200']);
  });

  it('starts no interval', () => {
    const document = ruleset({
      session: SESSION,
      renewalIntervals: [
        { code: 'RENEWAL', when: { acts: ['C'] }, interval: { months: 1 }, source: 'test' },
      ],
    });
    const lines = [
      line(),
      line({ number: 2, code: 'KC20', unitPrice: 45_000 }),
      line({ number: 3, date: '2026-03-11' }),
      line({ number: 4, date: '2026-03-12' }),
    ];
    expect(benefits(document, lines)).toEqual([
      'reduced 0',
      'approved 40500',
      'approved 7200',
      'denied 0',
    ]);
  });

  it('uses no unit when a cap left it nothing', () => {
    const document = ruleset({
      caps: [
        {
          code: 'CAP',
          when: { acts: ['CROWN'] },
          amount: '0.00',
          per: 'patient',
          window: { kind: 'lifetime' },
          source: 'test',
        },
      ],
      unitLimits: [{ ...LIMIT, when: { acts: ['CROWN', 'FRAME'] }, maxUnits: 1 }],
    });
    const lines = [
      line({ code: 'CROWN', unitPrice: 100_000 }),
      line({ number: 2, code: 'FRAME', unitPrice: 45_000 }),
    ];
    expect(benefits(document, lines)).toEqual(['reduced 0', 'approved 40500']);
  });

  it('is not given back its unit where it would then be paid after all', () => {
    // The consultation beats the dearer act alone, and loses against both acts together. If the
    // dearer act used no unit, the other would have one, the acts would win, and both would be
    // paid on one unit.
    const document = ruleset({
      session: SESSION,
      unitLimits: [{ ...LIMIT, when: { categories: ['specialist-act'] }, maxUnits: 1 }],
    });
    const lines = [
      line({ unitPrice: 8_000 }),
      line({ number: 2, code: 'KC50', unitPrice: 7_000 }),
      line({ number: 3, code: 'KC30', unitPrice: 6_000 }),
    ];
    expect(benefits(document, lines)).toEqual(['approved 7200', 'reduced 0', 'denied 0']);
  });
});
