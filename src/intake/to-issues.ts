import type { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { formatAmount, MAX_CENTIMES } from '#domain/money/centimes.ts';
import { createIssue, type Issue, type IssueCode, type IssueFacts } from './issue.ts';
import { ISSUE_SENTENCES } from './messages/issue-sentences.ts';
import { fieldsAt, type Place, rangeAt, valueAt } from './schema-place.ts';

interface Sources {
  readonly schema: z.ZodType;
  /** What was validated; it only tells an absent field from one of a wrong type. */
  readonly value: unknown;
  readonly language: Language;
}

/** Every error of a validation, each with its pointer and a sentence in the sender's language. */
export function toIssues(error: z.ZodError, { schema, value, language }: Sources): Issue[] {
  return error.issues.map((issue) => {
    const { code, facts } = classify(issue, { schema, value });
    return createIssue(code, { pointer: toPointer(issue.path), language, facts });
  });
}

/** Paths hold names of the schema and positions only, so a pointer never repeats the input. */
function toPointer(path: Place['path']): string {
  return path.map((part) => `/${String(part)}`).join('');
}

function classify(
  issue: z.core.$ZodIssue,
  { schema, value }: Pick<Sources, 'schema' | 'value'>,
): { code: IssueCode; facts: IssueFacts } {
  const place = { schema, value, path: issue.path };
  if (isOwnCode(issue.message)) {
    return { code: issue.message, facts: { largest: formatAmount(MAX_CENTIMES) } };
  }
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(place) === undefined) return { code: 'required', facts: {} };
      return { code: 'wrong-type', facts: { expected: jsonType(issue.expected) } };
    case 'unrecognized_keys':
      return { code: 'unknown-field', facts: { fields: fieldsAt(place).join(', ') } };
    case 'invalid_union':
      return notOneOf(place, 'options' in issue ? (issue.options ?? []) : []);
    case 'invalid_value':
      return notOneOf(place, issue.values);
    case 'too_small':
    case 'too_big':
      return { code: RANGE_CODES[issue.origin] ?? 'out-of-range', facts: rangeAt(place) };
    default:
      throw new Error('a check without a sentence');
  }
}

const RANGE_CODES: Readonly<Record<string, IssueCode>> = {
  array: 'list-length',
  string: 'text-length',
};

/** Our schemas name the code of the issue as the message of their own checks. */
function isOwnCode(message: string): message is IssueCode {
  return Object.hasOwn(ISSUE_SENTENCES, message);
}

function notOneOf(
  place: Place,
  values: readonly unknown[],
): { code: IssueCode; facts: IssueFacts } {
  if (valueAt(place) === undefined) return { code: 'required', facts: {} };
  return { code: 'not-one-of', facts: { values: values.map(String).join(', ') } };
}

function jsonType(expected: string): string {
  return expected === 'int' ? 'integer' : expected;
}
