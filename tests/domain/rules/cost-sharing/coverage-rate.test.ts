import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { packageTariff, reference, ruleset } from '#tests/domain/builders/reference-builder.ts';

it.each([
  ['0.70', 9_999, 6_999, 3_000],
  ['0.50', 1, 1, 0],
  ['0.4999', 1, 0, 1],
  ['0.775', 10_000, 7_750, 2_250],
  ['1.00', 9_999, 9_999, 0],
  ['0', 9_999, 0, 9_999],
])('%s of %d is %d, rounded half up', (rate, unitPrice, benefit, copay) => {
  const coverage = [{ code: 'ALL', when: {}, rate, source: 'test' }];
  const rows = reference(ruleset({ coverage }), { tariffs: [packageTariff('STAY', 10_000)] });
  const lines = [line({ code: 'STAY', unitPrice })];
  const decision = adjudicate(input({ reference: rows, sheet: sheet({ lines }) }));
  expect(decision).toMatchObject({ outcome: 'approved', totals: { benefit, copay } });
});
