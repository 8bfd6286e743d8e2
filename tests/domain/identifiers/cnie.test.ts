import { describe, expect, it } from 'vitest';
import { isCnie, normalizeCnie } from '#domain/identifiers/cnie.ts';

describe('a national identity card number', () => {
  it.each([
    ['be 123456', 'BE123456'],
    [' A1234 ', 'A1234'],
    ['ab1234567', 'AB1234567'],
  ])('is normalized: "%s"', (text, expected) => {
    expect(normalizeCnie(text)).toBe(expected);
    expect(isCnie(normalizeCnie(text))).toBe(true);
  });

  it.each(['1234', 'ABC1234', 'A123', 'A12345678', 'a1234', 'A 1234'])(
    'is refused: "%s"',
    (text) => {
      expect(isCnie(text)).toBe(false);
    },
  );
});
