// The transfer of CNOPS's schemes to CNSS in February 2027, before anything of it is on record.
import { expect, it } from 'vitest';
import type { SchemeManagement } from '#domain/coverage/reference.ts';
import { runCases } from '#domain/golden-cases/run-cases.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import { loadLaw5423 } from '#fixtures/load-law-54-23.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';

const base = loadReference();
const transfer = loadLaw5423();
const version = { version: 2, document: transfer.ruleset };
const rulesets = [{ version: 1, document: loadRuleset('CNOPS-2005') }];

function reference(management: readonly SchemeManagement[]) {
  const schemes = new Set(management.map(({ scheme }) => scheme));
  const others = base.management.filter(({ scheme }) => !schemes.has(scheme));
  return { ...base, management: [...others, ...management], rulesets };
}

it('passes its golden cases on both sides of the date, each paid by the fund of its date', () => {
  const report = runCases(version, reference(transfer.management));
  expect(report.cases.flatMap(({ differences }) => differences)).toEqual([]);
  expect(report.passed).toBe(11);
});

it('has nothing that would stop it from being submitted', () => {
  const issues = reviewRuleset(transfer.ruleset, reference(transfer.management));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('fails them as long as CNOPS manages the schemes on record', () => {
  const report = runCases(version, reference([]));
  const failed = report.cases.filter(({ passed }) => !passed).map(({ code }) => code);
  expect(failed).toEqual([
    'FIRST-DAY-OF-CNSS',
    'STUDENTS-FIRST-DAY',
    'DENTAL-AFTER',
    'OLD-FUND-AFTER',
  ]);
  expect(report.cases[1]?.differences).toEqual([
    {
      pointer: '/cases/1/expect/fund',
      ...{ line: null, heading: 'fund', expected: 'CNSS', actual: 'CNOPS' },
    },
  ]);
});
