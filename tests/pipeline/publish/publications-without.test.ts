import { describe, expect, it } from 'vitest';
import type { PublicationRecord } from '#db/record/publication-history.ts';
import { publicationsWithout } from '#src/pipeline/publish/publications-without.ts';

/** "2 2027-01-01.. 5-7": version 2 from a day on, recorded at revision 5, superseded at 7. */
function record(text: string, { withdrawn = false, scheme = 'SALARIED' } = {}): PublicationRecord {
  const [version = '', days = '', revisions = ''] = text.split(' ');
  const [validFrom = '', validTo = ''] = days.split('..');
  const [recorded = '', superseded = ''] = revisions.split('-');
  return {
    ...{ scheme, code: 'RULES', version: Number(version), withdrawn },
    ...{ validFrom, validTo: validTo === '' ? null : validTo },
    recordedRevision: Number(recorded),
    supersededRevision: superseded === '' ? null : Number(superseded),
  };
}

const without = (history: readonly PublicationRecord[], version: number) =>
  publicationsWithout(history, { code: 'RULES', version }).map(
    (row) => `${row.version} ${row.validFrom}..${row.validTo ?? ''}`,
  );

describe('publications without a version', () => {
  it('are those before it, whole again', () => {
    const history = [
      record('1 2020-01-01.. 1-2'),
      record('1 2020-01-01..2026-12-31 2-'),
      record('2 2027-01-01.. 2-'),
    ];
    expect(without(history, 2)).toEqual(['1 2020-01-01..']);
  });

  it('leave days empty that nobody had before', () => {
    expect(without([record('2 2027-01-01.. 2-')], 2)).toEqual([]);
    const history = [record('1 2020-01-01..2025-12-31 1-'), record('2 2027-01-01.. 2-')];
    expect(without(history, 2)).toEqual(['1 2020-01-01..2025-12-31']);
  });

  it('give each part of its days back to who had it', () => {
    const history = [
      record('1 2020-01-01..2027-03-31 1-3'),
      record('2 2027-04-01.. 2-3'),
      record('1 2020-01-01..2027-01-31 3-'),
      record('3 2027-02-01..2027-05-31 3-'),
      record('2 2027-06-01.. 3-'),
    ];
    expect(without(history, 3)).toEqual(['1 2020-01-01..2027-03-31', '2 2027-04-01..']);
  });

  it('skip who was withdrawn since, and keep what came over it later', () => {
    const history = [
      record('1 2020-01-01.. 1-2'),
      record('1 2020-01-01..2026-12-31 2-4'),
      record('2 2027-01-01.. 2-3', { withdrawn: true }),
      record('2 2027-01-01..2027-01-31 3-4', { withdrawn: true }),
      record('1 2020-01-01..2027-01-31 4-'),
      record('3 2027-02-01.. 3-'),
    ];
    expect(without(history, 3)).toEqual(['1 2020-01-01..']);
  });

  it('are another matter for another scheme', () => {
    const public_ = record('1 2020-01-01.. 1-', { scheme: 'PUBLIC' });
    const history = [public_, record('1 2020-01-01..2026-12-31 1-'), record('2 2027-01-01.. 2-')];
    expect(without(history, 2)).toEqual(['1 2020-01-01..', '1 2020-01-01..2026-12-31']);
  });
});
