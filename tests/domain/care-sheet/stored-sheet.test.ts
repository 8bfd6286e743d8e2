import { describe, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import { decodeSheet, encodeSheet, sheetOf } from '#domain/care-sheet/stored-sheet.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRulesets } from '#fixtures/load-rulesets.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import { line, sheet } from '#tests/domain/builders/input-builder.ts';

const day = '2026-11-20';
const world = generateWorld({ seed: 5, insuredCount: 300, day });
const rulesets = loadRulesets('mission').map((document) => ({ version: 1, document }));
const reference = { ...loadReference(), rulesets };
const { medicines } = reference;
const options = { world, seed: 6, count: 600, day, reference, medicines, faultyShare: 0.3 };
const sheets = [...generateSheets(options)].map((submission) => toCareSheet(submission, day));

const odd: readonly [what: string, sheet: CareSheet][] = [
  ['no line', sheet({ lines: [] })],
  ['a stay', sheet({ stay: { admission: '2026-03-01', discharge: '2026-03-10' } })],
  ['a prescription without number', sheet({ prescription: { number: null, date: day } })],
  [
    'a prescription',
    sheet({ prescription: { number: 'O-1', date: day }, prescriber: '100000001' }),
  ],
  [
    'texts that JSON escapes',
    sheet({ number: 'FSE "1"\\\n\u2028é', lines: [line({ code: '"' })] }),
  ],
  [
    'a coefficient and a diagnosis',
    sheet({ lines: [line({ coefficient: 15, diagnosis: 'I10' })] }),
  ],
];

describe('a care sheet as it is stored', () => {
  it('is read again as what it was, for generated days', () => {
    expect(sheets).toHaveLength(600);
    for (const each of sheets) expect(decodeSheet(encodeSheet(each))).toEqual(each);
  });

  it.each(odd)('is read again with %s', (_what, each) => {
    expect(decodeSheet(encodeSheet(each))).toEqual(each);
    expect(sheetOf(JSON.parse(encodeSheet(each)))).toEqual(each);
  });

  it('is one line of text, less than half as long as the object', () => {
    for (const each of sheets) {
      const text = encodeSheet(each);
      expect(text).not.toContain('\n');
      expect(text.length).toBeLessThan(JSON.stringify(each).length / 2);
    }
  });

  it('is still read where it was stored as the object itself', () => {
    for (const each of sheets) expect(decodeSheet(JSON.stringify(each))).toEqual(each);
  });
});
