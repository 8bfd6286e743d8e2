import { describe, expect, it } from 'vitest';
import { readWait } from '#src/http/request/read-wait.ts';

describe('the preference to wait', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['wait=5', 5_000],
    ['Wait = "7"', 7_000],
    ['respond-async, wait=3', 3_000],
    ['respond-async;wait=4', 0],
    ['wait=3;foo=bar', 3_000],
    ['wait=3, wait=9', 3_000],
    ['wait=11', 10_000],
    ['wait=99999', 10_000],
    ['wait=0', 0],
    ['wait=-1', 0],
    ['wait=1.5', 0],
    ['wait', 0],
    ['await=5', 0],
    ['return=minimal', 0],
  ])('of "%s" is %i ms', (prefer, expected) => {
    expect(readWait(prefer)).toBe(expected);
  });
});
