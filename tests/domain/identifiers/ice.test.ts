import { describe, expect, it } from 'vitest';
import { isIce } from '#domain/identifiers/ice.ts';

describe('isIce', () => {
  it.each(['001561191000066', '002136093000040'])('accepts the real number %s', (ice) => {
    expect(isIce(ice)).toBe(true);
  });

  it.each(['001561191000067', '01561191000066', '0015611910000660', '00156119100006A'])(
    'refuses %s',
    (ice) => {
      expect(isIce(ice)).toBe(false);
    },
  );
});
