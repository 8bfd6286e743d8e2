import type { RulesetAnswer, RulesetSummary } from '#src/http/schemas/ruleset.ts';
import type { Comparison } from '#src/http/schemas/ruleset-change.ts';
import type { Review } from '#src/http/schemas/ruleset-review.ts';
import { table } from '../output.ts';

/** Versions with their states and the days for which they are published. */
export function versionsText(versions: readonly RulesetSummary[]): string {
  const rows = versions.map(({ code, version, state, publications, contentHash }) => [
    ...[code, version, state, publicationsText(publications), contentHash.slice(0, 12)],
  ]);
  return table(['ruleset', 'version', 'state', 'published for', 'content'], rows);
}

/** One version without its document: where it is in its life, and how it came there. */
export function versionText(ruleset: RulesetAnswer): string {
  const { code, version, state, contentHash, publications, life } = ruleset;
  return [
    `${code}@${version}: ${state}`,
    `content ${contentHash}`,
    ...(publications.length === 0 ? [] : [`published for ${publicationsText(publications)}`]),
    ...(life === null ? [] : [table(['', 'step', 'by', 'at', 'remark'], life.map(stepRow))]),
  ].join('\n');
}

function stepRow({ number, kind, actor, at, remark }: NonNullable<RulesetAnswer['life']>[number]) {
  return [number, kind, actor, at, remark];
}

/** Schemes that share their days stand together. */
function publicationsText(publications: RulesetSummary['publications']): string {
  const schemes = new Map<string, string[]>();
  for (const { scheme, validFrom, validTo } of publications) {
    const days = `${validFrom} to ${validTo ?? 'no end'}`;
    schemes.set(days, [...(schemes.get(days) ?? []), scheme]);
  }
  return [...schemes].map(([days, names]) => `${names.join(', ')}: ${days}`).join('; ');
}

/** What a review found, and whether the version may be submitted. */
export function reviewText({ submittable, issues, cases }: Review): string {
  return [
    ...issues.map(({ severity, pointer, message }) => `${severity} ${pointer}: ${message}`),
    ...(cases === null ? [] : [casesText(cases)]),
    submittable ? 'It can be submitted.' : 'It cannot be submitted like this.',
  ].join('\n');
}

/** Failing cases heading by heading, and the rows that no case touches. */
export function casesText({ passed, failed, cases, untouched }: NonNullable<Review['cases']>) {
  const failing = cases.filter((each) => !each.passed);
  const differences = failing.flatMap(({ code, differences: found }) =>
    found.map(({ line, heading, expected, actual }) => [
      ...[code, line ?? 'sheet', heading, expected, actual],
    ]),
  );
  return [
    `${passed} cases pass, ${failed} fail`,
    ...(differences.length === 0
      ? []
      : [table(['case', 'line', 'heading', 'expected', 'actual'], differences)]),
    ...(untouched.length === 0
      ? []
      : [`rows that no case touches: ${untouched.map(({ code }) => code).join(', ')}`]),
  ].join('\n');
}

/** One line a change, in the words of the API. */
export function comparisonText({ code, from, to, changes }: Comparison): string {
  const lines = changes.map(({ sentence }) => `  ${sentence}`);
  const head = `${code}@${from} → ${code}@${to}: ${changes.length} changes`;
  return [head, ...lines].join('\n');
}
