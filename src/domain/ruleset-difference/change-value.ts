import type { Language } from '../decision/reasons/reason-sentences.ts';
import { formatRate, parseRate } from '../money/rate.ts';
import type { Json } from './ruleset-json.ts';

/** A value as people write it: a rate as a percentage, an amount with its currency. */
export function valueText(path: string, value: Json | undefined, language: Language): string {
  const words = WORDS[language];
  if (value === undefined || value === null) return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.length === 0) return words.none;
    return list.map((item) => valueText(path, item, language)).join(words.comma);
  }
  if (typeof value === 'object') return isolated(JSON.stringify(value), language);
  return isolated(figureText(path, String(value), words.currency), language);
}

const RATES = ['rate', 'percentages', 'share'];
const AMOUNTS = [
  ...['amount', 'threshold', 'fromAmount', 'minAmount', 'maxAmount', 'price', 'eligible'],
  ...['benefit', 'copay', 'overCap', 'excess', 'disallowed'],
];

function figureText(path: string, text: string, currency: string): string {
  const name = path.split('.').at(-1) ?? '';
  const rate = RATES.includes(name) ? parseRate(text) : undefined;
  if (rate !== undefined) return formatRate(rate);
  return AMOUNTS.includes(name) ? `${text} ${currency}` : text;
}

/** Codes, dates and figures run left to right: inside Arabic they are isolated, or they flip. */
export function isolated(text: string, language: Language): string {
  return language === 'ar' ? `\u2068${text}\u2069` : text;
}

const WORDS = {
  fr: { none: 'néant', yes: 'oui', no: 'non', comma: ', ', currency: 'MAD' },
  ar: { none: 'لا شيء', yes: 'نعم', no: 'لا', comma: '، ', currency: 'MAD' },
  en: { none: 'none', yes: 'yes', no: 'no', comma: ', ', currency: 'MAD' },
} as const;
