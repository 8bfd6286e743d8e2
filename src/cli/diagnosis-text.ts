import type { Diagnosis } from '#src/pipeline/doctor/doctor.ts';
import { table } from './output.ts';

/** A diagnosis for people: what was looked at, and where to look when something is wrong. */
export function diagnosisText({ setup, invariants, replay, healthy }: Diagnosis): string {
  const { replayed, differing } = replay;
  return [
    ...setup.flatMap(({ name, fault, warnings }) => [
      `${name}: ${fault ?? 'well'}`,
      ...warnings.map((warning) => `  warning: ${warning}`),
    ]),
    invariants.length === 0
      ? 'invariants: not looked at'
      : table(['invariants', 'checked', 'violations'], byHeading(invariants)),
    ...invariants.flatMap(violationText),
    `${replayed} decisions replayed, ${differing.length} differ`,
    ...differing.slice(0, 5).map((decision) => `  ${decision}`),
    healthy ? 'All is well.' : 'Something is wrong.',
  ].join('\n');
}

function byHeading(invariants: Diagnosis['invariants']): (string | number)[][] {
  const headings = [...new Set(invariants.map(({ heading }) => heading))];
  return headings.map((heading) => {
    const own = invariants.filter((invariant) => invariant.heading === heading);
    return [heading, own.length, own.reduce((sum, { violations }) => sum + violations, 0)];
  });
}

function violationText({ heading, name, sentence, violations, sample }: Invariant): string[] {
  if (violations === 0) return [];
  return [`${heading}/${name}: ${violations}, such as ${sample.join(', ')}\n  ${sentence}`];
}

type Invariant = Diagnosis['invariants'][number];
