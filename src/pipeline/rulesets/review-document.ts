import type { Queryable } from '#db/client.ts';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { assertRuleset } from '#domain/coverage/ruleset-check.ts';
import type { CasesReport } from '#domain/golden-cases/cases-report.ts';
import { runCases } from '#domain/golden-cases/run-cases.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import type { RulesetIssue } from '#domain/ruleset-review/ruleset-issue.ts';
import { parseRuleset } from '#src/intake/parse-ruleset.ts';

/** All that can be said of a document before anybody depends on it. */
export interface DocumentReview {
  readonly issues: readonly RulesetIssue[];
  /** What its golden cases came to; null when it cannot be applied at all. */
  readonly cases: CasesReport | null;
}

/** A document that was read, as the version that it would be. */
export interface ReviewSubject {
  readonly version: number;
  readonly value: unknown;
}

/** Reviews a document beside what is on record now. */
export async function reviewDocument(
  tx: Queryable,
  { version, value }: ReviewSubject,
): Promise<DocumentReview> {
  const parsed = parseRuleset(value);
  if ('issues' in parsed) return { issues: parsed.issues, cases: null };
  const { revision } = await readInstallation(tx);
  return reviewBeside(await readReference(tx, revision), { version, document: parsed.document });
}

function reviewBeside(
  reference: ReferenceRows,
  { version, document }: { version: number; document: RulesetDocument },
): DocumentReview {
  const issues = reviewRuleset(document, reference);
  try {
    assertRuleset(document);
    return { issues, cases: runCases({ version, document }, reference) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { issues: [...issues, inapplicable(error.message)], cases: null };
  }
}

/** What the engine refuses to compile and no check before it found. */
function inapplicable(why: string): RulesetIssue {
  return {
    pointer: '',
    code: 'not-applicable',
    severity: 'error',
    message: {
      fr: `Le moteur ne peut pas appliquer ce référentiel : ${why}.`,
      ar: `لا يستطيع المحرك تطبيق هذه القواعد: \u2068${why}\u2069.`,
      en: `The engine cannot apply this ruleset: ${why}.`,
    },
  };
}

/** True for a document that may be submitted. */
export function isSound({ issues, cases }: DocumentReview): boolean {
  return cases !== null && cases.failed === 0 && issues.every((each) => each.severity !== 'error');
}
