import type { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { createIssue } from '#src/intake/issue.ts';
import { scanJson } from '#src/intake/scan-json.ts';
import { toIssues } from '#src/intake/to-issues.ts';
import { HttpError } from '../problems/http-error.ts';

/** A small JSON body that satisfies a schema; throws 400 or 422 with every error at once. */
export function readJson<Schema extends z.ZodType>(
  body: Uint8Array,
  schema: Schema,
  language: Language,
): z.output<Schema> {
  const scan = scanJson(body);
  if (!scan.ok) {
    const { fault, line, column } = scan;
    const issue = createIssue(fault, { pointer: '', language, facts: { line, column } });
    throw new HttpError('input-unreadable', { errors: [issue] });
  }
  const parsed = schema.safeParse(scan.value);
  if (parsed.success) return parsed.data;
  const errors = toIssues(parsed.error, { schema, value: scan.value, language });
  throw new HttpError('input-invalid', { errors });
}
