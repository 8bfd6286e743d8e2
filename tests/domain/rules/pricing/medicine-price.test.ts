import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { medicine, reference } from '#tests/domain/builders/reference-builder.ts';

const CODE = '6118000000006';
const STAY = { admission: '2026-03-10', discharge: '2026-03-10' };

it.each([
  ['the base price', { publicPrice: 12_000, basePrice: 8_000 }, null, 16_000],
  ['the public price when it is less', { publicPrice: 7_000, basePrice: 8_000 }, null, 14_000],
  ['not the hospital price outside a stay', { hospitalPrice: 5_000 }, null, 16_000],
  ['the hospital price in a stay', { hospitalPrice: 5_000 }, STAY, 10_000],
  ['the base price in a stay without one', { hospitalPrice: 0 }, STAY, 16_000],
  ['a base price of 0 is missing', { basePrice: 0 }, null, null],
  ['a public price of 0 is missing', { publicPrice: 0 }, null, null],
  ['a base price of 0 in a stay too', { basePrice: 0, hospitalPrice: 5_000 }, STAY, null],
] as const)('%s', (_, prices: Partial<Medicine>, stay, expected) => {
  const rows = reference(undefined, { medicines: [medicine(CODE, prices)] });
  const lines = [line({ kind: 'medicine', code: CODE, quantity: 2, unitPrice: 12_000 })];
  const decision = adjudicate(input({ reference: rows, sheet: sheet({ lines, stay }) }));
  expect(decision.lines[0]?.tariff).toBe(expected);
  expect(decision.outcome).toBe(expected === null ? 'pended' : 'approved');
});
