import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { ISSUE_SENTENCES } from './messages/issue-sentences.ts';

export type IssueCode = keyof typeof ISSUE_SENTENCES;

/** Something that the sender has to change. It never repeats what was sent. */
export interface Issue {
  /** JSON Pointer (RFC 6901) of the field; "" is the whole body. */
  readonly pointer: string;
  readonly code: IssueCode;
  /** What to do, in the sender's language. */
  readonly message: string;
}

/** The figures that the sentence of an issue names; all come from the format, never the sender. */
export type IssueFacts = Readonly<Record<string, string | number>>;

export interface IssueOptions {
  readonly pointer: string;
  readonly language: Language;
  readonly facts?: IssueFacts;
}

/** An issue with its sentence in one language. */
export function createIssue(code: IssueCode, options: IssueOptions): Issue {
  const { pointer, language, facts = {} } = options;
  const message = ISSUE_SENTENCES[code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    isolate(String(facts[name] ?? ''), language),
  );
  return { pointer, code, message };
}

/** Figures and field names run left to right: inside Arabic they are isolated, or they flip. */
function isolate(fact: string, language: Language): string {
  return language === 'ar' ? `\u2068${fact}\u2069` : fact;
}
