import { note } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';
import { hasEan13CheckDigit } from '#domain/identifiers/ean-13.ts';

/**
 * Real codes of the referential carry wrong check digits, so this is a remark and never a
 * refusal: membership decides.
 */
export const eanCheckDigit: LineRule = {
  code: 'nomenclature/ean-check-digit',
  title: 'The check digit of a medicine code',
  reference: 'EAN-13; 19 of the 5,917 codes of the CNOPS referential of 2014 fail it',
  concerns: (entry) => 'publicPrice' in entry && !hasEan13CheckDigit(entry.code),
  check({ medicine, code }) {
    if (medicine === undefined || hasEan13CheckDigit(code)) return null;
    return note('ean-check-digit', { code });
  },
};
