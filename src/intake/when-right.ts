import type { z } from 'zod';

/**
 * Lets a check of coherence run as soon as the fields that it reads are right, whatever else is
 * wrong, so that a sender learns of all errors at once. A field of every line: "lines.*.number".
 */
export function whenRight(...fields: readonly string[]): {
  when: (payload: z.core.ParsePayload) => boolean;
} {
  return {
    when: ({ value, issues }) =>
      typeof value === 'object' &&
      value !== null &&
      !issues.some((issue) => concerns(issue, fields)),
  };
}

function concerns(issue: z.core.$ZodRawIssue, fields: readonly string[]): boolean {
  if (issue.code === 'unrecognized_keys') return false;
  const path = (issue.path ?? []).map((part) => (typeof part === 'number' ? '*' : String(part)));
  const place = path.join('.');
  return place === '' || fields.some((field) => field === place || field.startsWith(`${place}.`));
}
