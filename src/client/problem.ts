/** An answer of the kind application/problem+json, in the language that was asked for. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemEntry[];
  /** Members of its kind, such as the id of what is in the way. */
  readonly [member: string]: unknown;
}

interface ProblemEntry {
  /** JSON Pointer of a field; "" is the whole body. */
  readonly pointer?: string;
  readonly parameter?: string;
  readonly message: string;
}

/** A problem for people: its sentence, then one line for each error, change and failing case. */
export function problemText(problem: Problem): string {
  const sentence = problem.detail ?? problem.title ?? `The API answered ${problem.status}.`;
  const errors = (problem.errors ?? []).map(({ pointer, parameter, message }) => {
    const place = pointer ?? parameter ?? '';
    return place === '' ? `\n  ${message}` : `\n  ${place}: ${message}`;
  });
  return [sentence, ...errors, ...changesOf(problem), ...failuresOf(problem)].join('');
}

/** What somebody else changed meanwhile, in the words of the API. */
function changesOf({ changes }: Problem): string[] {
  const told = Array.isArray(changes) ? (changes as { readonly sentence: string }[]) : [];
  return told.map(({ sentence }) => `\n  ${sentence}`);
}

interface CaseFailure {
  readonly code: string;
  readonly differences: readonly Readonly<Record<'heading' | 'expected' | 'actual', string>>[];
}

/** What the golden cases of a ruleset came to instead. */
function failuresOf({ review }: Problem): string[] {
  const { cases } = (review ?? {}) as { cases?: { cases: readonly CaseFailure[] } | null };
  return (cases?.cases ?? []).flatMap(({ code, differences }) =>
    differences.map(
      ({ heading, expected, actual }) => `\n  ${code}: ${heading} ${expected} ≠ ${actual}`,
    ),
  );
}
