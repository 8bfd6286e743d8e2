import { expect, it } from 'vitest';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';
import { medicine, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it.each([
  ['6118000140213', 'approved ean-check-digit'],
  ['6118000140214', 'approved'],
])('remarks on a wrong check digit and pays all the same: %s', (code, expected) => {
  const medicines = [medicine(code)];
  const lines = [line({ kind: 'medicine', code })];
  const rows = reference(undefined, { medicines });
  expect(told({ reference: rows, sheet: sheet({ lines }) })).toBe(expected);
});
