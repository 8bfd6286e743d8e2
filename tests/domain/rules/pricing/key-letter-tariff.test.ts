import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';
import { input, line, provider, sheet } from '#tests/domain/builders/input-builder.ts';
import { letterTariff, reference } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

function tariffOf(rows: readonly Tariff[], rest: object = {}) {
  const rows_ = reference(undefined, { tariffs: rows });
  return adjudicate(input({ reference: rows_, ...rest })).lines[0]?.tariff ?? null;
}

describe('key letter tariff', () => {
  it.each([
    ['C', null, 8_000],
    ['KC50', null, 112_500],
    ['B12', null, 1_375],
    ['KFREE', 333, 7_493],
  ])('%s x %s is %d', (code, coefficient, expected) => {
    const lines = [line({ code, coefficient })];
    const { tariff } = adjudicate(input({ sheet: sheet({ lines }) })).lines[0] ?? {};
    expect(tariff).toBe(expected);
  });

  it('rounds half up to the centime', () => {
    const lines = [line({ code: 'KFREE', coefficient: 2 })];
    const tariffs = [letterTariff('Kc', 2_225)];
    expect(tariffOf(tariffs, { sheet: sheet({ lines }) })).toBe(45);
  });

  it('is that of the sector, of the fund first, of the day, and in force', () => {
    const ours = letterTariff('C', 9_000, { fund: 'CNSS' });
    const theirs = letterTariff('C', 9_500, { fund: 'CNOPS' });
    const every = letterTariff('C', 8_000);
    const publicOne = letterTariff('C', 5_000, { sector: 'public' });
    expect(tariffOf([every, ours, theirs, publicOne])).toBe(9_000);
    expect(tariffOf([every, theirs])).toBe(8_000);
    const inPublic = { provider: provider({ sector: 'public' }) };
    expect(tariffOf([every, publicOne], inPublic)).toBe(5_000);
    const newer = letterTariff('C', 15_000, { validFrom: '2026-03-11' });
    const proposed = letterTariff('C', 25_000, { status: 'proposed' });
    expect(tariffOf([{ ...every, validTo: '2026-03-10' }, newer, proposed])).toBe(8_000);
  });

  it('missing, it holds the whole sheet', () => {
    const tariffs = [letterTariff('Cs', 15_000), letterTariff('C', 8_000, { sector: 'public' })];
    const rows = reference(undefined, { tariffs });
    const lines = [line(), line({ number: 2, code: 'CS' })];
    const held = { reference: rows, sheet: sheet({ lines }) };
    expect(told(held)).toBe('pended tariff-missing');
    expect(factsOf(held, 'tariff-missing')).toEqual({
      code: 'C',
      grid: 'TNR',
      item: 'C',
      sector: 'private',
      fund: 'CNSS',
      date: '2026-03-10',
    });
    const decision = adjudicate(input(held));
    expect(decision.totals).toBeNull();
    expect(decision.lines.map(({ outcome, amounts }) => [outcome, amounts?.benefit])).toEqual([
      ['pended', undefined],
      ['approved', 13_500],
    ]);
  });
});
