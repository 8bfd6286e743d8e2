import { describe, expect, it } from 'vitest';
import { publishOver } from '#src/pipeline/publish/publish-over.ts';

describe('publishOver', () => {
  const row = (version: number, validFrom: string, validTo: string | null) => ({
    ...{ scheme: 'TNS', code: 'EXAMPLE', version, validFrom, validTo },
  });

  it('never leaves a day with two rulesets, and loses none that had one', () => {
    const days = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04', '2020-01-05'];
    const covers = (one: ReturnType<typeof row>, day: string) =>
      one.validFrom <= day && (one.validTo === null || day <= one.validTo);
    const current = [row(1, '2020-01-01', '2020-01-02'), row(2, '2020-01-03', null)];
    for (const from of days) {
      for (const to of [...days.filter((day) => day >= from), null]) {
        const next = row(3, from, to);
        const after = publishOver(current, next);
        for (const day of days) {
          const holding = after.filter((one) => covers(one, day));
          const before = current.find((one) => covers(one, day))?.version;
          expect(holding.map(({ version }) => version)).toEqual([covers(next, day) ? 3 : before]);
        }
      }
    }
  });
});
