import { expect, it } from 'vitest';
import { insured, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { reference, ruleset } from '#tests/domain/builders/reference-builder.ts';
import { factsOf, told } from '#tests/domain/builders/told.ts';

const CHANGE = reference(ruleset({ schemes: ['PUBLIC'] }), {
  management: [
    { scheme: 'PUBLIC', fund: 'CNOPS', from: '2005-08-18', to: '2026-03-10' },
    { scheme: 'PUBLIC', fund: 'CNSS', from: '2026-03-11', to: null },
  ],
});
const CIVIL_SERVANT = insured({
  affiliations: [{ scheme: 'PUBLIC', from: '2010-01-01', to: null }],
});

function toldOf(fund: string, ...dates: string[]) {
  const lines = dates.map((date, i) => line({ number: i + 1, date }));
  return told({ insured: CIVIL_SERVANT, reference: CHANGE, sheet: sheet({ fund, lines }) });
}

it.each([
  ['CNOPS', '2026-03-10', 'approved'],
  ['CNSS', '2026-03-10', 'rejected wrong-fund'],
  ['CNOPS', '2026-03-11', 'rejected wrong-fund'],
  ['CNSS', '2026-03-11', 'approved'],
])('the payer is the fund of the day of care: %s on %s', (fund, date, expected) => {
  expect(toldOf(fund, date)).toBe(expected);
});

it('refuses a sheet whose days belong to two funds', () => {
  expect(toldOf('CNOPS', '2026-03-10', '2026-03-11')).toBe('rejected wrong-fund');
});

it('says which fund it is', () => {
  expect(factsOf({ sheet: sheet({ fund: 'CNOPS' }) }, 'wrong-fund')).toEqual({
    date: '2026-03-10',
    scheme: 'SALARIED',
    addressed: 'CNOPS',
    fund: 'CNSS',
  });
});
