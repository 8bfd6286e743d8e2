import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BodyLine, createLineSplitter } from '#src/pipeline/bulk/split-lines.ts';

function split(pieces: readonly Uint8Array[], maxLength: number): [number, string | undefined][] {
  const splitter = createLineSplitter(maxLength);
  const lines: BodyLine[] = pieces.flatMap((piece) => splitter.push(piece));
  return [...lines, ...splitter.end()].map(({ number, bytes }) => [
    number,
    bytes && Buffer.from(bytes).toString('latin1'),
  ]);
}

it('numbers all lines and leaves out the blank ones', () => {
  const text = 'one\n\n \t\r\nfour\r\nfive';
  expect(split([Buffer.from(text)], 100)).toEqual([
    [1, 'one'],
    [4, 'four\r'],
    [5, 'five'],
  ]);
  expect(split([Buffer.from('one\n')], 100)).toEqual([[1, 'one']]);
  expect(split([], 100)).toEqual([]);
});

it('drops a line that is too long, alone, and however it comes', () => {
  const text = Buffer.from('123456\n12345\n123456');
  const expected = [
    [1, undefined],
    [2, '12345'],
    [3, undefined],
  ];
  expect(split([text], 5)).toEqual(expected);
  const bytes = Array.from(text, (byte) => Uint8Array.of(byte));
  expect(split(bytes, 5)).toEqual(expected);
});

it('gives the same lines in whatever pieces they arrive', () => {
  const unit = fc.constantFrom('a', 'b', '\n', ' ', '\r');
  const body = fc.array(fc.string({ unit, maxLength: 12 }), { maxLength: 8 });
  fc.assert(
    fc.property(body, (parts) => {
      const whole = split([Buffer.from(parts.join(''))], 6);
      const pieces = split(
        parts.map((part) => Buffer.from(part)),
        6,
      );
      expect(pieces).toEqual(whole);
      const expected = parts
        .join('')
        .split('\n')
        .map((line, index) => [index + 1, line.length > 6 ? undefined : line] as const)
        .filter(([, line]) => line === undefined || line.trim() !== '');
      expect(whole).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});
