import { z } from 'zod';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';
import { REASON_FACTS } from '#domain/decision/reasons/reason-facts.ts';
import { LANGUAGES, type Language } from '#domain/decision/reasons/reason-sentences.ts';
import { isPrintable, sentenceFaults } from '#domain/decision/reasons/sentence-faults.ts';
import { createIssue, type Issue } from './issue.ts';
import { toIssues } from './to-issues.ts';

const sentence = z
  .strictObject({ fr: z.string(), ar: z.string(), en: z.string() })
  .meta({ id: 'ReasonSentence' });

/** What people read of a reason; its code, family and facts are fixed. */
export const reasonWordingSchema = z
  .strictObject({
    insured: sentence,
    provider: sentence,
    remedy: sentence,
    legalSource: z.string().meta({ description: 'The law, decree or convention it rests on.' }),
  })
  .meta({ id: 'ReasonWording' });

export type ReasonWording = z.output<typeof reasonWordingSchema>;

export type ParsedWording =
  | { readonly ok: true; readonly wording: ReasonWording }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A new wording of a reason, or all that is wrong with it at once. */
export function parseReasonWording(
  value: unknown,
  { code, language }: { readonly code: ReasonCode; readonly language: Language },
): ParsedWording {
  const parsed = reasonWordingSchema.safeParse(value);
  const shape = parsed.success
    ? []
    : toIssues(parsed.error, { schema: reasonWordingSchema, value, language });
  const issues = [...shape, ...textIssues(value, { code, language })];
  if (parsed.success && issues.length === 0) return { ok: true, wording: parsed.data };
  return { ok: false, issues };
}

const TOLD = ['insured', 'provider', 'remedy'] as const;

function textIssues(
  value: unknown,
  { code, language }: { code: ReasonCode; language: Language },
): Issue[] {
  const facts = REASON_FACTS[code];
  const known = facts.map((name) => `{${name}}`).join(', ');
  const issues = TOLD.flatMap((part) =>
    LANGUAGES.flatMap((spoken) => {
      const text = textAt(value, [part, spoken]);
      if (text === undefined) return [];
      const pointer = `/${part}/${spoken}`;
      return sentenceFaults(text, facts).map((fault) =>
        createIssue(fault, { pointer, language, facts: { known } }),
      );
    }),
  );
  const source = textAt(value, ['legalSource']);
  if (source === undefined || isPrintable(source)) return issues;
  return [...issues, createIssue('not-a-sentence', { pointer: '/legalSource', language })];
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  let place = value;
  for (const name of path) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = (place as Record<string, unknown>)[name];
  }
  return typeof place === 'string' ? place : undefined;
}
