import { loadRuleset } from '#fixtures/load-rulesets.ts';

const mission = loadRuleset('AMO-90-100');

/** The mission's rules at 85 % of everything, and without holds. */
export const draft = {
  ...mission,
  code: 'AMO-85-100',
  holds: [],
  coverage: mission.coverage.map((row) => ({ ...row, rate: '0.85' })),
};
