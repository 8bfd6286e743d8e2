import { expect, it } from 'vitest';
import { type StoredState, versionState } from '#domain/coverage/version-state.ts';

const TODAY = '2026-11-22';

const published = (...days: [string, string | null][]): StoredState => ({
  status: 'published',
  publications: days.map(([validFrom, validTo]) => ({ validFrom, validTo })),
});

it.each(['draft', 'submitted', 'approved', 'withdrawn'] as const)(
  'is %s as it is stored',
  (status) => {
    expect(versionState({ status, publications: [] }, TODAY)).toBe(status);
  },
);

it.each([
  ['scheduled', published(['2026-11-23', null])],
  ['in-force', published(['2026-11-22', null])],
  ['in-force', published(['2026-11-22', '2026-11-22'])],
  ['in-force', published(['2020-01-01', '2026-06-30'], ['2026-11-01', null])],
  ['in-force', published(['2020-01-01', null], ['2027-01-01', null])],
  ['superseded', published(['2020-01-01', '2026-11-21'])],
  ['superseded', published()],
  ['scheduled', published(['2020-01-01', '2026-11-21'], ['2027-01-01', null])],
] as const)('is %s by its days: %j', (state, stored) => {
  expect(versionState(stored, TODAY)).toBe(state);
});
