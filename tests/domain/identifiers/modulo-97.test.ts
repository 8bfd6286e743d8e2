import { describe, expect, it } from 'vitest';
import { modulo97 } from '#domain/identifiers/modulo-97.ts';

describe('modulo97', () => {
  it.each(['0', '96', '97', '98', '999999999999', '1000000000000', '9'.repeat(60)])(
    'agrees with big integers on %s',
    (digits) => {
      expect(modulo97(digits)).toBe(Number(BigInt(digits) % 97n));
    },
  );
});
