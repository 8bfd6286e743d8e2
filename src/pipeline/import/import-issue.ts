import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { IMPORT_SENTENCES } from './messages/import-sentences.ts';

export type ImportCode = keyof typeof IMPORT_SENTENCES;

/** refused: the row is not on record; warning: it is, look at it; note: only counted. */
export type Severity = 'refused' | 'warning' | 'note';

/** What was found about a row. It never repeats a value of the row. */
export interface Finding {
  readonly code: ImportCode;
  readonly severity: Severity;
  /** The column, where one is to blame. */
  readonly field?: string;
}

export interface ImportIssue extends Finding {
  /** 1 is the first row of data (the header of a CSV is not counted). */
  readonly row: number;
  /** What to do, in the language of the operator. */
  readonly message: string;
}

export function toImportIssue(row: number, finding: Finding, language: Language): ImportIssue {
  const sentence = IMPORT_SENTENCES[finding.code][language];
  return { row, ...finding, message: sentence.replace('{field}', `"${finding.field ?? ''}"`) };
}

export function refusal(code: ImportCode, field?: string): Finding {
  return { code, severity: 'refused', ...(field === undefined ? {} : { field }) };
}

export function warning(code: ImportCode, field?: string): Finding {
  return { code, severity: 'warning', ...(field === undefined ? {} : { field }) };
}
