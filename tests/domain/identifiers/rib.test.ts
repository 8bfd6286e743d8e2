import { describe, expect, it } from 'vitest';
import { isMoroccanIban, isRib, ribKey, ribToIban } from '#domain/identifiers/rib.ts';

/** The sample that the central bank publishes. */
const SAMPLE = '011519000001205000534921';

describe('a RIB', () => {
  it('is accepted with its key', () => {
    expect(isRib(SAMPLE)).toBe(true);
    expect(ribKey(SAMPLE.slice(0, 22))).toBe('21');
  });

  it('is refused when any one digit is wrong', () => {
    for (let at = 0; at < 24; at += 1) {
      const digit = (Number(SAMPLE[at]) + 1) % 10;
      expect(isRib(`${SAMPLE.slice(0, at)}${digit}${SAMPLE.slice(at + 1)}`)).toBe(false);
    }
  });

  it.each(['', SAMPLE.slice(1), `${SAMPLE}0`, `${SAMPLE.slice(0, 23)}x`, ` ${SAMPLE.slice(1)}`])(
    'is refused in another form: "%s"',
    (text) => {
      expect(isRib(text)).toBe(false);
      expect(ribToIban(text)).toBeUndefined();
    },
  );

  it('has no key without its 22 digits', () => {
    expect(ribKey('123')).toBeUndefined();
  });

  it('gives a key from 01 to 97, and the number is then valid', () => {
    for (let n = 0; n < 200; n += 1) {
      const body = String(n * 7919).padStart(22, '0');
      expect(isRib(`${body}${ribKey(body)}`)).toBe(true);
    }
  });
});

describe('a Moroccan IBAN', () => {
  it('is made of a RIB', () => {
    expect(ribToIban(SAMPLE)).toBe(`MA64${SAMPLE}`);
    expect(isMoroccanIban(`MA64${SAMPLE}`)).toBe(true);
  });

  it.each([`MA65${SAMPLE}`, `FR64${SAMPLE}`, SAMPLE, `MA64${SAMPLE.slice(0, 23)}2`])(
    'is refused: %s',
    (text) => {
      expect(isMoroccanIban(text)).toBe(false);
    },
  );
});
