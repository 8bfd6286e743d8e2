import { describe, expect, it } from 'vitest';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import type { RulesetIssue } from '#domain/ruleset-review/ruleset-issue.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { parseRuleset } from '#src/intake/parse-ruleset.ts';
import { BROKEN_RULESETS, type BrokenRuleset, type Draft } from './broken-rulesets.ts';

const base = loadReference();

/** What its author is told, as at each save. */
function issuesOf(draft: Draft, { other }: BrokenRuleset): readonly RulesetIssue[] {
  const rulesets: ReferenceRows['rulesets'] =
    other === undefined
      ? []
      : [{ version: 1, document: { ...loadRuleset('CNSS-2005'), ...other } }];
  const parsed = parseRuleset(draft);
  return 'issues' in parsed ? parsed.issues : reviewRuleset(parsed.document, { ...base, rulesets });
}

const errorsOf = (draft: Draft, broken: BrokenRuleset) =>
  issuesOf(draft, broken).filter(({ severity }) => severity === 'error');

describe('a ruleset', () => {
  it.each(BROKEN_RULESETS)('with $title is refused, and accepted once mended', (broken) => {
    const draft = structuredClone(loadRuleset('CNSS-2005')) as unknown as Draft;
    broken.breakIt(draft);
    const { pointer, code, message } = broken;
    expect(errorsOf(draft, broken)).toEqual([{ pointer, code, severity: 'error', message }]);
    broken.mend(draft);
    expect(errorsOf(draft, broken)).toEqual([]);
  });

  it('has all its mistakes told at once, each with its own pointer', () => {
    const draft = structuredClone(loadRuleset('CNSS-2005')) as unknown as Draft;
    const shaped = BROKEN_RULESETS.filter(({ code }) =>
      ['not-one-of', 'rate-above-one', 'source-missing', 'code-twice', 'not-a-span'].includes(code),
    );
    for (const { breakIt } of shaped) breakIt(draft);
    const found = errorsOf(draft, shaped[0]!).map(({ pointer }) => pointer);
    expect(found.sort()).toEqual(shaped.map(({ pointer }) => pointer).sort());
    expect(shaped).toHaveLength(6);
  });
});
