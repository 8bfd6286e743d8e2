import { z } from 'zod';
import { REASON_FAMILIES, type Reason } from '#domain/decision/reason.ts';
import type { Language, ReasonSentences } from '#domain/decision/reasons/reason-sentences.ts';
import { reasonText } from '#domain/decision/reasons/reason-text.ts';

export const reasonSchema = z
  .strictObject({
    code: z.string(),
    family: z.enum(REASON_FAMILIES),
    /** Sentences in the language of the caller. */
    insured: z.string(),
    provider: z.string(),
    remedy: z.string(),
    facts: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Reason' });

export type ReasonAnswer = z.output<typeof reasonSchema>;

/** A reason with its sentences in the caller's language, and in others than shipped if given. */
export function toReason(
  reason: Reason,
  language: Language,
  sentences?: ReasonSentences,
): ReasonAnswer {
  const { family, insured, provider, remedy } = reasonText(reason, language, sentences);
  return { code: reason.code, family, insured, provider, remedy, facts: { ...reason.facts } };
}
