import { z } from 'zod';
import { REASON_FAMILIES, type Reason } from '#domain/decision/reason.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
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

/** A reason with its sentences in the caller's language. */
export function toReason(reason: Reason, language: Language): z.output<typeof reasonSchema> {
  const { family, insured, provider, remedy } = reasonText(reason, language);
  return { code: reason.code, family, insured, provider, remedy, facts: { ...reason.facts } };
}
