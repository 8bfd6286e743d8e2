import { expect, test } from 'vitest';
import { contentKey, splitSheets } from '#src/client/split-sheets.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const split = (text: string) =>
  splitSheets(bytes(text)).map(({ line, bytes: content }) => [
    line,
    new TextDecoder().decode(content),
  ]);

test.each([
  ['nothing', ' \n\r\n', []],
  ['one sheet over several lines', '{\n "a": 1\n}', [[1, '{\n "a": 1\n}']]],
  ['one sheet on a line', '{"a":1}\n', [[1, '{"a":1}\n']]],
  [
    'many, with blank lines and no last line feed',
    '{"a":"é"}\r\n\n{"b":2}',
    [
      [1, '{"a":"é"}'],
      [3, '{"b":2}'],
    ],
  ],
  [
    'many, of which one is broken: the API says so',
    '{"a":1}\n{"b":\n',
    [
      [1, '{"a":1}'],
      [2, '{"b":'],
    ],
  ],
  ['one that is broken', '{"a":1\n,,}', [[1, '{"a":1\n,,}']]],
])('%s', (_, text, sheets) => {
  expect(split(text)).toEqual(sheets);
});

test('bytes that are no UTF-8 are kept', () => {
  const wrong = new Uint8Array([0x7b, 0xff, 0x7d]);
  expect(splitSheets(wrong)[0]?.bytes).toEqual(wrong);
});

test('a key is of the content: blanks around it make no difference, a digit does', () => {
  expect(contentKey(bytes('{"a":1}\n'))).toBe(contentKey(bytes('  {"a":1}')));
  expect(contentKey(bytes('{"a":1}'))).not.toBe(contentKey(bytes('{"a":2}')));
  expect(contentKey(bytes('x'))).toMatch(/^sha256-[0-9a-f]{64}$/);
});
