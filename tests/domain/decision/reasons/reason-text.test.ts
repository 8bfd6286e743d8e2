import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASON_CODES, type ReasonCode } from '#domain/decision/reason-codes.ts';
import { REASON_CATALOGUE } from '#domain/decision/reasons/reason-catalogue.ts';
import { REASON_FACTS } from '#domain/decision/reasons/reason-facts.ts';
import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import { reasonText } from '#domain/decision/reasons/reason-text.ts';
import { sentenceFaults } from '#domain/decision/reasons/sentence-faults.ts';

const codes = Object.keys(REASON_CODES) as ReasonCode[];
const source = readFileSync(
  new URL('../../../../src/domain/decision/reason-codes.ts', import.meta.url),
  'utf8',
);

/** The comment above a code names its facts. */
function documentedFacts(code: string): string[] {
  const entry = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*'?${code}'?:`).exec(source);
  return entry?.[1]?.match(/[a-zA-Z]+/g) ?? [];
}

function sentencesOf(code: ReasonCode): string[] {
  const { insured, provider, remedy } = REASON_CATALOGUE[code];
  return [insured, provider, remedy].flatMap((each) => LANGUAGES.map((language) => each[language]));
}

describe('the catalogue of reasons', () => {
  it('has an entry for every code, and no other', () => {
    expect(Object.keys(REASON_CATALOGUE).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('tells %s in three languages, with facts that the code has', (code) => {
    const sentences = sentencesOf(code);
    expect(sentences).toHaveLength(9);
    for (const sentence of sentences) {
      expect(sentence.trim()).toMatch(/\S{2}.*[.\]]$/);
      expect(sentence).not.toMatch(/[\u2066-\u2069\u200e\u200f]/);
      for (const [, fact] of sentence.matchAll(/\{([a-zA-Z]+)\}/g)) {
        expect(documentedFacts(code), `${code}: {${fact}}`).toContain(fact);
      }
      expect(sentenceFaults(sentence, REASON_FACTS[code])).toEqual([]);
    }
  });

  it.each(codes)('lets the sentences of %s name what the code documents', (code) => {
    const documented = documentedFacts(code);
    expect(REASON_FACTS[code].filter((fact) => !documented.includes(fact))).toEqual([]);
  });

  it.each(codes)('writes %s in the script of each language', (code) => {
    const { insured, provider, remedy } = REASON_CATALOGUE[code];
    for (const sentence of [insured, provider, remedy]) {
      expect(sentence.ar).toMatch(/[\u0600-\u06ff]/);
      expect(sentence.ar.replace(/\{[a-zA-Z]+\}/g, '')).not.toMatch(/[a-zA-Z]/);
      expect(sentence.fr + sentence.en).not.toMatch(/[\u0600-\u06ff]/);
      expect(sentence.fr).not.toBe(sentence.en);
    }
  });

  it.each(codes)('uses the same facts in the three languages of %s', (code) => {
    const factsIn = (text: string) => [...text.matchAll(/\{[a-zA-Z]+\}/g)].map(String).sort();
    const { insured, provider, remedy } = REASON_CATALOGUE[code];
    for (const sentence of [insured, provider, remedy]) {
      expect(factsIn(sentence.fr)).toEqual(factsIn(sentence.en));
      expect(factsIn(sentence.ar)).toEqual(factsIn(sentence.en));
    }
  });
});

describe('reasonText', () => {
  const late = {
    code: 'time-barred',
    facts: { from: '2026-05-01', lastDay: '2026-07-01', receivedOn: '2026-07-02', row: 'F' },
  };

  it('fills in the facts as they are given', () => {
    expect(reasonText(late, 'en')).toEqual({
      family: 'time',
      insured: 'The sheet arrived on 2026-07-02, after the last day allowed, 2026-07-01.',
      provider:
        'Time-barred: received on 2026-07-02, last day 2026-07-01 (counted from 2026-05-01).',
      remedy: 'If circumstances beyond control explain it, send a complaint to the fund.',
    });
  });

  it('isolates figures inside Arabic, and only there', () => {
    expect(reasonText(late, 'ar').insured).toContain('\u20682026-07-01\u2069');
    expect(reasonText(late, 'fr').insured).not.toMatch(/[\u2068\u2069]/);
  });

  it('leaves out a part whose fact is empty, and keeps it otherwise', () => {
    const facts = { date: '2026-05-01', scheme: 'PUBLIC', addressed: 'CNSS', fund: '' };
    const remedy = (fund: string) =>
      reasonText({ code: 'wrong-fund', facts: { ...facts, fund } }, 'fr').remedy;
    expect(remedy('')).toBe("Adressez la feuille à l'organisme qui gère le régime à cette date.");
    expect(remedy('CNOPS')).toBe(
      "Adressez la feuille à l'organisme qui gère le régime à cette date : CNOPS.",
    );
  });

  it('shows a dash for a fact that is missing, never a placeholder', () => {
    const text = reasonText({ code: 'time-barred', facts: {} }, 'fr');
    expect(text.insured).toBe('La feuille est arrivée le -, après le dernier jour admis, le -.');
  });

  it('does not read placeholders inside a fact', () => {
    const text = reasonText({ code: 'not-reimbursable', facts: { code: '{row}[x]' } }, 'en');
    expect(text.provider).toBe('{row}[x]: not reimbursable in the referential.');
  });

  it.each(['toString', 'no-such-code'])('throws on the unknown code %s', (code) => {
    expect(() => reasonText({ code, facts: {} }, 'en')).toThrow(code);
  });
});
