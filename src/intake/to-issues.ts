import { z } from 'zod';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { formatAmount, MAX_CENTIMES } from '#domain/money/centimes.ts';
import { createIssue, type Issue, type IssueCode, type IssueFacts } from './issue.ts';
import { ISSUE_SENTENCES } from './messages/issue-sentences.ts';

interface Sources {
  readonly schema: z.ZodType;
  /** What was validated; it only tells an absent field from one of a wrong type. */
  readonly value: unknown;
  readonly language: Language;
}

type Path = readonly PropertyKey[];

/** Every error of a validation, each with its pointer and a sentence in the sender's language. */
export function toIssues(error: z.ZodError, { schema, value, language }: Sources): Issue[] {
  return error.issues.map((issue) => {
    const { code, facts } = classify(issue, { schema, value });
    return createIssue(code, { pointer: toPointer(issue.path), language, facts });
  });
}

/** Paths hold names of the schema and positions only, so a pointer never repeats the input. */
function toPointer(path: Path): string {
  return path.map((part) => `/${String(part)}`).join('');
}

function classify(
  issue: z.core.$ZodIssue,
  { schema, value }: Pick<Sources, 'schema' | 'value'>,
): { code: IssueCode; facts: IssueFacts } {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(value, issue.path) === undefined) return { code: 'required', facts: {} };
      return { code: 'wrong-type', facts: { expected: jsonType(issue.expected) } };
    case 'unrecognized_keys':
      return { code: 'unknown-field', facts: { fields: fieldsAt(schema, issue.path).join(', ') } };
    case 'invalid_value':
      if (valueAt(value, issue.path) === undefined) return { code: 'required', facts: {} };
      return { code: 'not-one-of', facts: { values: issue.values.map(String).join(', ') } };
    case 'too_small':
    case 'too_big':
      return {
        code: issue.origin === 'array' ? 'list-length' : 'out-of-range',
        facts: rangeAt(schema, issue.path),
      };
    default:
      return { code: ownCode(issue.message), facts: { largest: formatAmount(MAX_CENTIMES) } };
  }
}

/** Our schemas name the code of the issue as the message of their own checks. */
function ownCode(message: string): IssueCode {
  if (!Object.hasOwn(ISSUE_SENTENCES, message)) throw new Error('a check without a sentence');
  return message as IssueCode;
}

function jsonType(expected: string): string {
  return expected === 'int' ? 'integer' : expected;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => {
    const isContainer = typeof part === 'object' && part !== null;
    return isContainer ? (part as Record<PropertyKey, unknown>)[key] : undefined;
  }, value);
}

function schemaAt(schema: z.ZodType, path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((part, key) => {
    if (part instanceof z.ZodArray) return part.element;
    return part instanceof z.ZodObject ? unwrap(part.shape[String(key)]) : undefined;
  }, schema);
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

function fieldsAt(schema: z.ZodType, path: Path): string[] {
  const place = schemaAt(schema, path);
  return place instanceof z.ZodObject ? Object.keys(place.shape) : [];
}

/** The bounds of a number or a list. */
function rangeAt(schema: z.ZodType, path: Path): IssueFacts {
  const place = schemaAt(schema, path);
  if (place instanceof z.ZodNumber) {
    return { minimum: place.minValue ?? '', maximum: place.maxValue ?? '' };
  }
  const { minimum, maximum } = (place?._zod.bag ?? {}) as Record<string, number>;
  return { minimum: minimum ?? '', maximum: maximum ?? '' };
}
