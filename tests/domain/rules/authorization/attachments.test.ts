import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

it('pends the sheet, with provisional amounts that move nothing', () => {
  const row = { code: 'REPORT', when: {}, document: 'operating-report', source: 'test' };
  const cap = {
    code: 'CAP',
    when: {},
    amount: '9999.00',
    per: 'patient',
    window: { kind: 'lifetime' },
    source: 'test',
  } as const;
  const rows = reference(ruleset({ attachments: [row], caps: [cap] }));
  const decision = adjudicate(input({ reference: rows }));
  expect(decision.outcome).toBe('pended');
  expect(decision.lines[0]).toMatchObject({
    outcome: 'pended',
    amounts: { benefit: 7_200 },
    reasons: [
      {
        code: 'attachment-required',
        facts: { code: 'C', row: 'REPORT', document: 'operating-report' },
      },
    ],
  });
  expect(decision.consumptions).toEqual([]);
  expect(decision.history).toEqual([]);
});
