import { addDays } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareText } from '../calendar/compare-text.ts';
import type { RulesetDocument, RulesetVersion } from '../coverage/ruleset.ts';
import { createReviewIssue, type ReviewCode } from './create-review-issue.ts';
import type { RulesetIssue } from './ruleset-issue.ts';

/**
 * Days on which a scheme would have two rulesets, or none. A ruleset takes the place of the one in
 * force when it begins, and leaves to it the days after its end; it must not swallow one that
 * begins later.
 */
export function findDateFaults(
  document: RulesetDocument,
  rulesets: readonly RulesetVersion[],
): readonly RulesetIssue[] {
  const faults = document.schemes.flatMap((scheme) => {
    const others = rulesets.flatMap(({ version, document: other }) =>
      other.schemes.includes(scheme)
        ? [
            {
              name: `${other.code}@${version}`,
              code: other.code,
              from: other.effectiveFrom,
              to: other.effectiveTo,
            },
          ]
        : [],
    );
    return faultsOf(document, others).map((fault) => ({ ...fault, scheme }));
  });
  return groupSchemes(faults);
}

interface Other {
  readonly name: string;
  readonly code: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

interface DateFault {
  readonly code: ReviewCode;
  readonly field: 'effectiveFrom' | 'effectiveTo';
  readonly severity: RulesetIssue['severity'];
  readonly facts: Readonly<Record<string, string>>;
}

function faultsOf(document: RulesetDocument, others: readonly Other[]): readonly DateFault[] {
  const { effectiveFrom, effectiveTo } = document;
  const overlaps = others
    .filter(({ from }) => from > effectiveFrom && (effectiveTo === null || from <= effectiveTo))
    .map(({ name, from }): DateFault => {
      const facts = { other: name, from, lastDay: addDays(from, -1) };
      return { code: 'dates-overlap', field: 'effectiveTo', severity: 'error', facts };
    });
  return [
    ...overlaps,
    ...replacements(document, others),
    ...gapBefore(document, others),
    ...gapAfter(document, others),
  ];
}

/** Another version of the same ruleset is what one expects to be replaced. */
function replacements(
  { code, effectiveFrom }: RulesetDocument,
  others: readonly Other[],
): readonly DateFault[] {
  const replaced = others.filter((other) => other.code !== code && isOn(other, effectiveFrom));
  return replaced.map(({ name }) => ({
    code: 'dates-replace',
    field: 'effectiveFrom',
    severity: 'warning',
    facts: { other: name, from: effectiveFrom },
  }));
}

function gapBefore(
  { effectiveFrom }: RulesetDocument,
  others: readonly Other[],
): readonly DateFault[] {
  const eve = addDays(effectiveFrom, -1);
  const before = others.filter(({ from }) => from < effectiveFrom);
  if (before.length === 0 || before.some((other) => isOn(other, eve))) return [];
  const last =
    before
      .map(({ to }) => to ?? eve)
      .sort(compareText)
      .at(-1) ?? eve;
  const from = addDays(last, 1);
  return [
    {
      code: 'dates-gap',
      field: 'effectiveFrom',
      severity: 'error',
      facts: { from, to: eve, mend: from },
    },
  ];
}

function gapAfter(
  { effectiveTo }: RulesetDocument,
  others: readonly Other[],
): readonly DateFault[] {
  if (effectiveTo === null) return [];
  const morrow = addDays(effectiveTo, 1);
  if (others.some((other) => isOn(other, morrow))) return [];
  const starts = others.map(({ from }) => from).filter((from) => from > morrow);
  const [next] = starts.sort(compareText);
  if (next === undefined) {
    const facts = { to: effectiveTo };
    return [{ code: 'dates-end', field: 'effectiveTo', severity: 'warning', facts }];
  }
  const mend = addDays(next, -1);
  return [
    {
      code: 'dates-gap',
      field: 'effectiveTo',
      severity: 'error',
      facts: { from: morrow, to: mend, mend },
    },
  ];
}

function isOn({ from, to }: Other, day: CalendarDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** One issue for all schemes that have the same fault. */
function groupSchemes(
  faults: readonly (DateFault & { readonly scheme: string })[],
): readonly RulesetIssue[] {
  const groups = new Map<string, { fault: DateFault; schemes: string[] }>();
  for (const { scheme, ...fault } of faults) {
    const key = JSON.stringify(fault);
    const group = groups.get(key) ?? { fault, schemes: [] };
    groups.set(key, group);
    group.schemes.push(scheme);
  }
  return [...groups.values()].map(({ fault: { code, field, severity, facts }, schemes }) =>
    createReviewIssue(code, {
      pointer: `/${field}`,
      severity,
      facts: { ...facts, scheme: schemes.join(', ') },
    }),
  );
}
