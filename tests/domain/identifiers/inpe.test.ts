import { describe, expect, it } from 'vitest';
import { isInpe } from '#domain/identifiers/inpe.ts';

describe('isInpe', () => {
  it('accepts nine digits', () => {
    expect(isInpe('090000012')).toBe(true);
  });

  it.each(['90000012', '0900000123', '09000001A', ' 90000012', ''])('refuses "%s"', (text) => {
    expect(isInpe(text)).toBe(false);
  });
});
