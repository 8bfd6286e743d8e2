import { describe, expect, it } from 'vitest';
import { recordTable } from '#db/record/record-table.ts';
import type { Validity } from '#db/record/reference-tables.ts';
import {
  type Placed,
  placePeriod,
  placeSnapshot,
  placeVersion,
} from '#src/pipeline/import/place-row.ts';

interface Row extends Validity {
  readonly code: string;
  readonly value: number;
}

const table = recordTable<Row>({
  name: 'examples',
  subject: ['code'],
  columns: { code: 'text', value: 'integer', validFrom: 'date', validTo: 'date' },
});

const row = (value: number, validFrom: string, validTo: string | null = null): Row => ({
  code: 'A',
  value,
  validFrom,
  validTo,
});

const told = ({ placement, rows }: Placed<Row>) => [
  placement,
  ...rows.map(({ value, validFrom, validTo }) => `${validFrom}..${validTo ?? ''}=${value}`).sort(),
];

const two = [row(1, '2020-01-01', '2021-12-31'), row(2, '2022-01-01')];

describe('placeVersion', () => {
  it.each<[string, Row, string[]]>([
    ['the first version again', row(1, '2020-01-01'), ['unchanged']],
    ['the same content later', row(2, '2023-05-01'), ['unchanged']],
    [
      'another content later',
      row(3, '2023-05-01'),
      ['new-version', '2020-01-01..2021-12-31=1', '2022-01-01..2023-04-30=2', '2023-05-01..=3'],
    ],
    [
      'another content inside the first version',
      row(3, '2021-01-01'),
      ['new-version', '2020-01-01..2020-12-31=1', '2021-01-01..2021-12-31=3', '2022-01-01..=2'],
    ],
    [
      'another content from the same day',
      row(3, '2020-01-01'),
      ['correction', '2020-01-01..2021-12-31=3', '2022-01-01..=2'],
    ],
    [
      'a last day for the last version',
      row(2, '2022-01-01', '2024-12-31'),
      ['correction', '2020-01-01..2021-12-31=1', '2022-01-01..2024-12-31=2'],
    ],
    [
      'an earlier version',
      row(3, '2019-01-01'),
      ['new-version', '2019-01-01..2019-12-31=3', '2020-01-01..2021-12-31=1', '2022-01-01..=2'],
    ],
    ['a version that reaches into the next', row(3, '2021-06-01', '2022-01-01'), ['overlap']],
  ])('%s', (_title, candidate, expected) => {
    const unchanged = ['2020-01-01..2021-12-31=1', '2022-01-01..=2'];
    const placed = placeVersion(table, two, candidate);
    expect(told(placed)).toEqual(expected.length === 1 ? [...expected, ...unchanged] : expected);
  });

  it('gives the same whatever the order of the rows', () => {
    const [first, second] = [row(1, '2020-01-01'), row(2, '2022-01-01')];
    const forward = placeVersion(table, placeVersion(table, [], first).rows, second);
    const backward = placeVersion(table, placeVersion(table, [], second).rows, first);
    expect(told(forward)).toEqual(told(backward));
  });
});

describe('placeSnapshot', () => {
  it('corrects the first version from an earlier day', () => {
    expect(told(placeSnapshot(table, two, row(3, '2019-01-01')))).toEqual([
      'correction',
      '2019-01-01..2021-12-31=3',
      '2022-01-01..=2',
    ]);
  });
});

describe('placePeriod', () => {
  it.each<[string, Row, string]>([
    ['the same period again', row(2, '2022-01-01'), 'unchanged'],
    ['a last day', row(2, '2022-01-01', '2023-01-01'), 'correction'],
    ['a period before', row(1, '2018-01-01', '2019-12-31'), 'new'],
    ['a period that touches', row(1, '2018-01-01', '2020-01-01'), 'overlap'],
    ['an open period before', row(1, '2018-01-01'), 'overlap'],
    ['a period inside', row(1, '2023-01-01', '2023-02-01'), 'overlap'],
    ['a longer first period', row(1, '2020-01-01', '2022-01-01'), 'overlap'],
  ])('%s: %s', (_title, candidate, expected) => {
    expect(placePeriod(table, two, candidate).placement).toBe(expected);
  });
});
