import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';

it.each([
  [7_999, 7_999, 0],
  [8_000, 8_000, 0],
  [8_001, 8_000, 1],
  [0, 0, 0],
])('the lesser of %d and a tariff of 8,000', (unitPrice, eligible, excess) => {
  const decision = adjudicate(input({ sheet: sheet({ lines: [line({ unitPrice })] }) }));
  expect(decision.totals).toMatchObject({ submitted: unitPrice, eligible, excess });
});
