import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSentence } from '#domain/ruleset-difference/change-sentence.ts';
import { rulesetDifference } from '#domain/ruleset-difference/ruleset-difference.ts';
import type { JsonObject } from '#domain/ruleset-difference/ruleset-json.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';

const shipped = loadRuleset('AMO-90-100') as unknown as JsonObject;
const SOURCE = 'décret de test';

type Rows = readonly JsonObject[];
const rows = (list: string, document = shipped) => document[list] as Rows;
const changed = (changes: JsonObject) => rulesetDifference(shipped, { ...shipped, ...changes });
const sentences = (changes: JsonObject, language: 'fr' | 'ar' | 'en' = 'fr') =>
  changed(changes).map((change) => changeSentence(change, language));

const withRate = (code: string, rate: string): Rows =>
  rows('coverage').map((row) => (row.code === code ? { ...row, rate } : row));

describe('what differs between two rulesets', () => {
  it('is nothing between equal ones, in any order of their fields', () => {
    const reversed = Object.fromEntries(Object.entries(shipped).reverse());
    expect(rulesetDifference(shipped, reversed)).toEqual([]);
  });

  it('is a field of a row, known by its code', () => {
    const change = { coverage: withRate('ROUTINE', '0.85') };
    expect(changed(change)).toEqual([
      {
        ...{ kind: 'row-changed', list: 'coverage', code: 'ROUTINE' },
        fields: [{ path: 'rate', before: '0.90', after: '0.85' }],
      },
    ]);
    expect(sentences(change)).toEqual(['taux de la ligne ROUTINE : 90 % → 85 %']);
    expect(sentences(change, 'en')).toEqual(['rate of row ROUTINE: 90 % → 85 %']);
    expect(sentences(change, 'ar')).toEqual([
      'النسبة في السطر \u2068ROUTINE\u2069: \u206890 %\u2069 ← \u206885 %\u2069',
    ]);
  });

  it('is a row that came and one that went, with what they say', () => {
    const [stay, surgery, routine] = rows('coverage');
    const dental = { code: 'DENTAL', when: { categories: ['dental'] }, rate: '0.75' };
    const coverage = [stay, { ...dental, source: SOURCE }, routine] as Rows;
    expect(changed({ coverage })).toEqual([
      { kind: 'row-removed', list: 'coverage', code: 'SURGERY', position: 2, row: surgery },
      {
        ...{ kind: 'row-added', list: 'coverage', code: 'DENTAL', position: 2 },
        row: coverage[1],
      },
    ]);
    expect(sentences({ coverage })[1]).toBe(
      'ligne DENTAL ajoutée (table de couverture, position 2) : ' +
        'catégories dental, taux 75 %, source décret de test',
    );
    expect(sentences({ coverage })[0]).toContain('ligne SURGERY retirée (table de couverture)');
  });

  it('is the order of rows, since the first match counts', () => {
    const [stay, surgery, routine] = rows('coverage');
    const coverage = [surgery, routine, stay] as Rows;
    expect(changed({ coverage })).toEqual([
      {
        ...{ kind: 'rows-reordered', list: 'coverage' },
        before: ['STAY', 'SURGERY', 'ROUTINE'],
        after: ['SURGERY', 'ROUTINE', 'STAY'],
      },
    ]);
    expect(sentences({ coverage })).toEqual([
      'ordre des lignes (table de couverture) : ' +
        'STAY, SURGERY, ROUTINE → SURGERY, ROUTINE, STAY',
    ]);
  });

  it('is no new order when a row only came in between', () => {
    const [stay, ...rest] = rows('coverage');
    const coverage = [stay, { code: 'NEW' }, ...rest] as Rows;
    expect(changed({ coverage }).map(({ kind }) => kind)).toEqual(['row-added']);
  });

  it('is a field of the document, and the session terms as the row that they are', () => {
    const session = shipped.session as JsonObject;
    expect(
      sentences({
        session: { ...session, percentages: ['1.00', '0.25'] },
        effectiveFrom: '2027-01-01',
        effectiveTo: '2027-12-31',
        schemes: ['SALARIED'],
      }),
    ).toEqual([
      'régimes : SALARIED, PUBLIC, TNS, TADAMON, ACHAMIL, STUDENT → SALARIED',
      "date d'effet : 2006-09-01 → 2027-01-01",
      'dernier jour : néant → 2027-12-31',
      'pourcentages de la ligne SESSION-MULTIPLE-ACTS : 100 %, 50 %, 0 % → 100 %, 25 %',
    ]);
    expect(changed({ session: null }).map(({ kind }) => kind)).toEqual(['row-removed']);
  });

  it('is a condition that came, went or changed, and a window by its fields', () => {
    const [cap] = rows('caps');
    const caps = [
      { ...cap, amount: '4000.00', when: { acts: ['D100'] }, window: { kind: 'calendar-year' } },
    ] as Rows;
    expect(changed({ caps })).toMatchObject([
      {
        code: 'CAP-DENTAL-PROSTHESIS',
        fields: [
          { path: 'when.categories', before: ['dental-prosthesis'] },
          { path: 'when.acts', after: ['D100'] },
          { path: 'amount', before: '3000.00', after: '4000.00' },
          { path: 'window.kind', before: 'sliding-months', after: 'calendar-year' },
          { path: 'window.months', before: 24 },
        ],
      },
    ]);
    expect(sentences({ caps }, 'en')[0]).toContain('3000.00 MAD → 4000.00 MAD');
  });

  it('is found in drafts that are no rulesets yet', () => {
    const odd = { code: 7, coverage: [{ rate: 'x' }, { rate: 'y' }], exclusions: 'none' };
    const kinds = rulesetDifference(shipped, odd).map(({ kind }) => kind);
    expect(kinds).toContain('field-changed');
    expect(rulesetDifference(odd, { ...odd, coverage: [{ rate: 'x' }, { rate: 'z' }] })).toEqual([
      {
        ...{ kind: 'row-changed', list: 'coverage', code: '#2' },
        fields: [{ path: 'rate', before: 'y', after: 'z' }],
      },
    ]);
  });
});

const json = fc.dictionary(
  fc.constantFrom('code', 'coverage', 'caps', 'session', 'title', 'other'),
  fc.jsonValue(),
) as fc.Arbitrary<JsonObject>;

it('finds a difference where there is one, none where there is none, and words for each', () => {
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(rulesetDifference(before, before)).toEqual([]);
      const changes = rulesetDifference(before, after);
      const isSame = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
      expect(changes.length === 0).toBe(isSame);
      for (const change of changes) {
        for (const language of ['fr', 'ar', 'en'] as const) {
          expect(changeSentence(change, language)).not.toMatch(/undefined|\[object/);
        }
      }
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
