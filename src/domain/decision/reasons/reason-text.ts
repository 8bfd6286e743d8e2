import type { Reason, ReasonFamily } from '../reason.ts';
import { REASON_CODES, type ReasonCode } from '../reason-codes.ts';
import { REASON_CATALOGUE } from './reason-catalogue.ts';
import type { Language } from './reason-sentences.ts';

/** A reason as people read it. */
export interface ReasonText {
  readonly family: ReasonFamily;
  readonly insured: string;
  readonly provider: string;
  readonly remedy: string;
}

/** The sentences of a reason in one language, filled with its facts; throws on an unknown code. */
export function reasonText(reason: Reason, language: Language): ReasonText {
  const { code, facts } = reason;
  if (!isReasonCode(code)) throw new RangeError(`no such reason: ${code}`);
  const { insured, provider, remedy } = REASON_CATALOGUE[code];
  return {
    family: REASON_CODES[code],
    insured: fill(insured[language], facts, language),
    provider: fill(provider[language], facts, language),
    remedy: fill(remedy[language], facts, language),
  };
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(REASON_CODES, code);
}

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;
const OPTIONAL_PART = /\[([^[\]]*)\]/g;
const ABSENT = '-';

function fill(sentence: string, facts: Reason['facts'], language: Language): string {
  const known = (name: string) => Object.hasOwn(facts, name) && facts[name] !== '';
  return sentence
    .replace(OPTIONAL_PART, (_part, inner: string) =>
      [...inner.matchAll(PLACEHOLDER)].every(([, name]) => name !== undefined && known(name))
        ? inner
        : '',
    )
    .replace(PLACEHOLDER, (_whole, name: string) =>
      isolate(known(name) ? (facts[name] ?? ABSENT) : ABSENT, language),
    );
}

/** Dates, amounts and codes run left to right: inside Arabic they are isolated, or they flip. */
function isolate(value: string, language: Language): string {
  return language === 'ar' ? `\u2068${value}\u2069` : value;
}
