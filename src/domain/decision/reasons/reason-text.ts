import type { Reason, ReasonFamily } from '../reason.ts';
import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';
import { fillSentence } from './fill-sentence.ts';
import { REASON_CATALOGUE } from './reason-catalogue.ts';
import type { Language, ReasonSentences } from './reason-sentences.ts';

/** A reason as people read it. */
export interface ReasonText {
  readonly family: ReasonFamily;
  readonly insured: string;
  readonly provider: string;
  readonly remedy: string;
}

/**
 * The sentences of a reason in one language, filled with its facts: the shipped ones, unless others
 * are given. Throws on an unknown code.
 */
export function reasonText(
  reason: Reason,
  language: Language,
  sentences?: ReasonSentences,
): ReasonText {
  const { code, facts } = reason;
  if (!isReasonCode(code)) throw new RangeError(`no such reason: ${code}`);
  const { insured, provider, remedy } = sentences ?? REASON_CATALOGUE[code];
  return {
    family: REASON_CODES[code],
    insured: fillSentence(insured[language], facts, language),
    provider: fillSentence(provider[language], facts, language),
    remedy: fillSentence(remedy[language], facts, language),
  };
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASON_CODES, code);
}
