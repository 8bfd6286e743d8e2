import { isWithin } from '../calendar/arithmetic.ts';
import type { GoldenCase } from '../coverage/golden-case.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import { REASON_CODES } from '../decision/reason-codes.ts';
import { createReviewIssue } from './create-review-issue.ts';
import { listOf } from './find-unknown-codes.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { similarCode } from './similar-code.ts';

/** Golden cases that count on rows or expect reasons that there are not. */
export function findCaseFaults(document: RulesetDocument): readonly RulesetIssue[] {
  const faults = (document.cases ?? []).flatMap((golden, index) => [
    ...usesOf(golden, document, `/cases/${index}/used`),
    ...reasonsOf(golden, `/cases/${index}`),
  ]);
  return [...faults, ...ofOtherDays(document)];
}

/** Such cases are decided under the version of their day, so they pass whatever this one says. */
function ofOtherDays({ cases = [], effectiveFrom, effectiveTo }: RulesetDocument) {
  const others = cases.filter(
    ({ date, stay }) => !isWithin(stay?.admission ?? date, effectiveFrom, effectiveTo),
  );
  const [first] = others;
  if (first === undefined) return [];
  const facts = { count: String(others.length), of: String(cases.length), first: first.code };
  const severity = 'warning';
  return [createReviewIssue('cases-of-other-days', { pointer: '/cases', severity, facts })];
}

function usesOf(
  { used = [] }: GoldenCase,
  { caps, unitLimits, renewalIntervals }: RulesetDocument,
  pointer: string,
): readonly RulesetIssue[] {
  const counted = new Set([...unitLimits, ...renewalIntervals].map(({ code }) => code));
  const capped = new Set(caps.map(({ code }) => code));
  return used.flatMap(({ row, amount, units }, index) => {
    const at = `${pointer}/${index}`;
    if (capped.has(row)) {
      const isRight = amount !== undefined && units === undefined;
      return isRight ? [] : [createReviewIssue('use-amount', { pointer: at, facts: { row } })];
    }
    if (counted.has(row)) {
      return amount === undefined
        ? []
        : [createReviewIssue('use-units', { pointer: at, facts: { row } })];
    }
    const facts = { row, known: listOf([...capped, ...counted]) };
    return [createReviewIssue('unknown-row', { pointer: `${at}/row`, facts })];
  });
}

function reasonsOf({ lines, expect }: GoldenCase, pointer: string): readonly RulesetIssue[] {
  const lists = [
    { at: `${pointer}/expect`, reasons: expect?.reasons },
    ...lines.map((line, index) => ({
      at: `${pointer}/lines/${index}/expect`,
      reasons: line.expect.reasons,
    })),
  ];
  return lists.flatMap(({ at, reasons = [] }) =>
    reasons.flatMap((reason, index) => {
      if (Object.hasOwn(REASON_CODES, reason)) return [];
      const facts = { reason, similar: similarCode(reason, Object.keys(REASON_CODES)) };
      return [createReviewIssue('unknown-reason', { pointer: `${at}/reasons/${index}`, facts })];
    }),
  );
}
