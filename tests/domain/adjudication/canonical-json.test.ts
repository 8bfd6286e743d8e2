import { expect, it } from 'vitest';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';

it('orders keys at every depth, keeps lists, and leaves out what is undefined', () => {
  const value = { b: [{ z: 1, a: null }, 'x'], a: true, c: undefined, B: 'é "q"' };
  expect(canonicalJson(value)).toBe('{"B":"é \\"q\\"","a":true,"b":[{"a":null,"z":1},"x"]}');
});

it('is the same for the same value, however it was built', () => {
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
});

it('can be read again', () => {
  const value = { a: [1, { b: 'x' }], c: null };
  expect(JSON.parse(canonicalJson(value))).toEqual(value);
});

it.each([[0.1], [Number.NaN], [2 ** 60], [undefined], [() => 1]])('refuses %s', (value) => {
  expect(() => canonicalJson({ a: [value] })).toThrow(RangeError);
});
