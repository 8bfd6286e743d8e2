import { expect, it } from 'vitest';
import { windowOpensAfter } from '#domain/accumulator/window-start.ts';
import type { Window } from '#domain/coverage/ruleset.ts';

it.each([
  [{ kind: 'calendar-year' }, '2026-01-01', '2025-12-31'],
  [{ kind: 'calendar-year' }, '2026-12-31', '2025-12-31'],
  [{ kind: 'sliding-months', months: 24 }, '2026-03-10', '2024-03-10'],
  [{ kind: 'sliding-months', months: 1 }, '2026-03-31', '2026-02-28'],
  [{ kind: 'sliding-months', months: 12 }, '2028-02-29', '2027-02-28'],
  [{ kind: 'sliding-months', months: 1 }, '2026-01-15', '2025-12-15'],
  [{ kind: 'lifetime' }, '2026-03-10', ''],
] as [Window, string, string][])('%j on %s opens after %s', (window, date, expected) => {
  expect(windowOpensAfter(window, date)).toBe(expected);
});
