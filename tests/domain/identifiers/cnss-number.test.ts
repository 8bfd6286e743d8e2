import { describe, expect, it } from 'vitest';
import { isCnssNumber } from '#domain/identifiers/cnss-number.ts';

describe('isCnssNumber', () => {
  it('accepts nine digits', () => {
    expect(isCnssNumber('123456789')).toBe(true);
  });

  it.each(['12345678', '1234567890', '12345678A', ''])('refuses "%s"', (text) => {
    expect(isCnssNumber(text)).toBe(false);
  });
});
