import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '#src/intake/find-json-fault.ts';
import { scanJson } from '#src/intake/scan-json.ts';
import { toBytes } from './valid-submission.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const nestedObjects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const REFUSED: readonly (readonly [title: string, body: string | Uint8Array, fault: string])[] = [
  ['an empty body', '', 'empty-body'],
  ['blanks only', ' \n\t ', 'empty-body'],
  ['Latin-1', Uint8Array.of(0x22, 0xe9, 0x22), 'invalid-utf8'],
  ['a surrogate encoded in UTF-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'invalid-utf8'],
  ['an overlong slash', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), 'invalid-utf8'],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00), 'invalid-utf8'],
  ['a byte order mark', '\ufeff{}', 'byte-order-mark'],
  ['an equal field', '{"a":1,"a":1}', 'duplicate-field'],
  ['an equal field behind an escape', '{"a":1,"\\u0061":2}', 'duplicate-field'],
  ['an equal field far inside', '[{"a":{"b":1,"c":2,"b":3}}]', 'duplicate-field'],
  ['half a pair', '"\\ud83d"', 'lone-surrogate'],
  ['a reversed pair', '"\\ude00\\ud83d"', 'lone-surrogate'],
  ['half a pair in a field name', '{"\\udfff":1}', 'lone-surrogate'],
  ['an integer beyond 2^53', '9007199254740993', 'inexact-number'],
  ['too many decimals', '0.1234567890123456789', 'inexact-number'],
  ['an infinite number', '1e400', 'inexact-number'],
  ['a vanishing number', '1e-400', 'inexact-number'],
  ['a negative zero', '-0', 'inexact-number'],
  ['17 arrays', nested(17), 'too-deep'],
  ['17 objects', nestedObjects(17), 'too-deep'],
  ['45,000 arrays', nested(45_000), 'too-deep'],
  ['a comma too many', '{"a":1,}', 'json-syntax'],
  ['a second value', '{} {}', 'json-syntax'],
  ['single quotes', "{'a':1}", 'json-syntax'],
  ['a comment', '{} // note', 'json-syntax'],
  ['a leading zero', '01', 'json-syntax'],
  ['a plus sign', '+1', 'json-syntax'],
  ['NaN', 'NaN', 'json-syntax'],
  ['a raw tab in a text', '"\t"', 'json-syntax'],
  ['a raw NUL', '"\u0000"', 'json-syntax'],
  ['a text without an end', '"abc', 'json-syntax'],
  ['an unknown escape', '"\\x41"', 'json-syntax'],
  ['a colon missing', '{"a" 1}', 'json-syntax'],
  ['a field without quotes', '{a:1}', 'json-syntax'],
];

describe('scanJson', () => {
  it.each(REFUSED)('refuses %s', (_title, body, fault) => {
    expect(scanJson(typeof body === 'string' ? toBytes(body) : body)).toMatchObject({
      ok: false,
      fault,
    });
  });

  it.each(['{"a":[1,-2.50,1e2,true,null,"\\u00e9\\ud83d\\ude00"]}', nested(16), ' {} ', '0.1'])(
    'reads %s as JSON.parse does',
    (text) => {
      expect(scanJson(toBytes(text))).toEqual({ ok: true, text, value: JSON.parse(text) });
    },
  );

  it('says where: line and column, counted from 1', () => {
    const scan = scanJson(toBytes('{\n  "a": 1,\n  "a": 2\n}'));
    expect(scan).toEqual({ ok: false, fault: 'duplicate-field', line: 3, column: 3 });
  });

  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(scanJson(toBytes(text))).toEqual({ ok: true, text, value: JSON.parse(text) });
      }),
    );
  });

  it('never reads what JSON.parse refuses, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0019eE.-+tfn ') }), (text) => {
        const scan = scanJson(toBytes(text));
        if (scan.ok) expect(scan.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is as strict at first sight as token by token', () => {
    const token = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', ' ', '"a"', '"b"', '"\\u0061"', '"\\/"', '"\\ud83d"'],
      ...['1', '123456789012345', '9007199254740993', '1.5', '-0', 'true', 'null', '"__proto__"'],
    );
    const soup = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(''));
    const object = fc
      .array(fc.tuple(fc.constantFrom('"a"', '"b"', '"\\u0061"', '"__proto__"', '""'), token))
      .map((fields) => `{${fields.map(([name, value]) => `${name}:${value}`).join(',')}}`);
    fc.assert(
      fc.property(fc.oneof(soup, object), (text) => {
        const fault = findJsonFault(text);
        expect(scanJson(toBytes(text))).toMatchObject(
          fault === undefined ? { ok: true, value: JSON.parse(text) } : { fault: fault.fault },
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('stands 256 kB of anything', () => {
    for (const text of ['"'.padEnd(262_143, 'x').concat('"'), `"${'\\n'.repeat(131_000)}"`]) {
      expect(scanJson(toBytes(text)).ok).toBe(true);
    }
    expect(scanJson(toBytes('9'.repeat(262_144)))).toMatchObject({ fault: 'inexact-number' });
  });
});
