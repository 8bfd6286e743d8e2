import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { type ParsedSubmission, parseSubmission } from '#src/intake/parse-submission.ts';
import { HttpError } from '../problems/http-error.ts';

/** A submitted care sheet; throws 400 or 422 with every error at once. */
export function readSubmission(
  body: Uint8Array,
  language: Language,
): Extract<ParsedSubmission, { ok: true }> {
  const parsed = parseSubmission(body, language);
  if (parsed.ok) return parsed;
  const code = parsed.kind === 'unreadable' ? 'input-unreadable' : 'input-invalid';
  throw new HttpError(code, { errors: parsed.issues });
}
