import { describe, expect, it } from 'vitest';
import { ean13CheckDigit, hasEan13CheckDigit } from '#domain/identifiers/ean-13.ts';

describe('the check digit of an EAN-13', () => {
  it.each(['6118000040279', '6118000160182', '6118001170746'])('is right in %s', (code) => {
    expect(hasEan13CheckDigit(code)).toBe(true);
  });

  it.each(['6118000140213', '6118001161264'])('is wrong in the real code %s', (code) => {
    expect(hasEan13CheckDigit(code)).toBe(false);
  });

  it.each(['611800004027', '61180000402790', '611800004027X'])('asks for 13 digits: %s', (code) => {
    expect(hasEan13CheckDigit(code)).toBe(false);
  });

  it('is computed from 12 digits', () => {
    expect(ean13CheckDigit('611800004027')).toBe('9');
    expect(ean13CheckDigit('61180000402')).toBeUndefined();
  });
});
