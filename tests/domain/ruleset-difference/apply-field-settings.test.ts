import { expect, it } from 'vitest';
import { applyFieldSettings } from '#domain/ruleset-difference/apply-field-settings.ts';
import type { Json, JsonObject } from '#domain/ruleset-difference/ruleset-json.ts';

const document: JsonObject = {
  code: 'RULES',
  effectiveFrom: '2026-01-01',
  schemes: ['SALARIED'],
  coverage: [
    { code: 'STAY', rate: '1.00', when: { settings: ['stay'] } },
    { code: 'ROUTINE', rate: '0.90', when: {} },
  ],
  session: { code: 'SESSION', percentages: ['1.00', '0.50'] },
};

const apply = (...settings: [string, Json][]) =>
  applyFieldSettings(
    document,
    settings.map(([path, value]) => ({ path, value })),
  );

it('sets fields of rows by their code, of the session, and of the document', () => {
  const { document: changed, unknown } = apply(
    ['ROUTINE.rate', '0.85'],
    ['ROUTINE.when.categories', ['biology']],
    ['SESSION.percentages', ['1.00']],
    ['effectiveFrom', '2027-01-01'],
    ['effectiveTo', '2027-12-31'],
  );
  expect(unknown).toEqual([]);
  expect(changed).toEqual({
    ...document,
    effectiveFrom: '2027-01-01',
    effectiveTo: '2027-12-31',
    coverage: [
      { code: 'STAY', rate: '1.00', when: { settings: ['stay'] } },
      { code: 'ROUTINE', rate: '0.85', when: { categories: ['biology'] } },
    ],
    session: { code: 'SESSION', percentages: ['1.00'] },
  });
});

it('names each setting of a row or field that is not there, and makes none of them', () => {
  const { document: changed, unknown } = apply(
    ['NONE.rate', '0.85'],
    ['STAY', 'x'],
    ['rate', '0.85'],
    ['STAY.rate', '0.95'],
  );
  expect(unknown).toEqual([0, 1, 2]);
  expect(changed).toMatchObject({ coverage: [{ rate: '0.95' }, { rate: '0.90' }] });
});
