import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { hasEan13CheckDigit } from '#domain/identifiers/ean-13.ts';
import { careSheetSchema, type Submission } from './care-sheet-schema.ts';
import { hashSubmission } from './hash-submission.ts';
import { isSubmission } from './is-submission.ts';
import { createIssue, type Issue } from './issue.ts';
import { type Scan, scanJson } from './scan-json.ts';
import { toIssues } from './to-issues.ts';

export type ParsedSubmission =
  | {
      readonly ok: true;
      readonly submission: Submission;
      /** Nothing to refuse, but worth the sender's attention. */
      readonly warnings: readonly Issue[];
      /** The body as text, as it arrived. */
      readonly document: string;
      /** Hex SHA-256 of the content: spaces and the order of fields make no difference. */
      readonly bodyHash: string;
    }
  | {
      readonly ok: false;
      /** unreadable: no strict JSON in UTF-8. invalid: readable, but no care sheet. */
      readonly kind: 'unreadable' | 'invalid';
      readonly issues: readonly Issue[];
    };

/** Reads the bytes of a submitted care sheet; whatever they are, it answers and never throws. */
export function parseSubmission(bytes: Uint8Array, language: Language): ParsedSubmission {
  const scan = scanJson(bytes);
  if (!scan.ok) return { ok: false, kind: 'unreadable', issues: [toScanIssue(scan, language)] };
  const { text: document, value } = scan;
  if (isSubmission(value)) return accept(value, { document, language });
  const parsed = careSheetSchema.safeParse(value);
  if (parsed.success) return accept(parsed.data, { document, language });
  const issues = toIssues(parsed.error, { schema: careSheetSchema, value, language });
  return { ok: false, kind: 'invalid', issues };
}

function accept(
  submission: Submission,
  { document, language }: { document: string; language: Language },
): ParsedSubmission {
  const warnings = findWarnings(submission, language);
  return { ok: true, submission, warnings, document, bodyHash: hashSubmission(submission) };
}

function toScanIssue(scan: Scan & { ok: false }, language: Language): Issue {
  const { fault, line, column } = scan;
  return createIssue(fault, { pointer: '', language, facts: { line, column } });
}

function findWarnings({ lines }: Submission, language: Language): Issue[] {
  return lines.flatMap(({ kind, code }, index) => {
    if (kind === 'act' || hasEan13CheckDigit(code)) return [];
    return [createIssue('barcode-check-digit', { pointer: `/lines/${index}/code`, language })];
  });
}
