import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { packageTariff, reference } from '#tests/domain/builders/reference-builder.ts';
import { told } from '#tests/domain/builders/told.ts';

it('is the package times the days of a per-diem', () => {
  const lines = [line({ code: 'STAY', quantity: 3, unitPrice: 650_000 })];
  const [decided] = adjudicate(input({ sheet: sheet({ lines }) })).lines;
  expect(decided).toMatchObject({ tariff: 1_800_000, amounts: { excess: 150_000 } });
});

it('missing, it holds the sheet', () => {
  const rows = reference(undefined, { tariffs: [packageTariff('CROWN', 100_000)] });
  const lines = [line({ code: 'STAY' })];
  expect(told({ reference: rows, sheet: sheet({ lines }) })).toBe('pended tariff-missing');
});
