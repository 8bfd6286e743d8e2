import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { medicine, ratedAct, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it('denies an act that is not reimbursable', () => {
  const rating = { keyLetter: 'C', coefficient: 100 };
  const acts = [ratedAct('C', 'consultation', rating, { reimbursable: false })];
  expect(told({ reference: reference(undefined, { acts }) })).toBe('rejected not-reimbursable');
});

it('denies a medicine that is not reimbursable, without asking for its price', () => {
  const code = '6118000000006';
  const medicines = [medicine(code, { reimbursable: false, basePrice: 0 })];
  const lines = [line({ kind: 'medicine', code })];
  const rows = reference(undefined, { medicines });
  expect(told({ reference: rows, sheet: sheet({ lines }) })).toMatch(/^rejected not-reimbursable/);
});
