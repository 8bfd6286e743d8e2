// Whatever somebody saves as a ruleset, it is answered, and never thrown at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { runCases } from '#domain/golden-cases/run-cases.ts';
import { reviewRuleset } from '#domain/ruleset-review/review-ruleset.ts';
import { loadJson } from '#fixtures/load-json.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset, SHIPPED_RULESETS } from '#fixtures/load-rulesets.ts';
import { parseRuleset } from '#src/intake/parse-ruleset.ts';

const reference = { ...loadReference(), rulesets: [] };
const codes = Object.values(SHIPPED_RULESETS).flat();

/** Every place of a value, as the keys that lead to it. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => placesOf(part, [...path, key]));
  return [path, ...inner];
}

const places = placesOf(loadRuleset('CNSS-2005')).filter((path) => path.length > 0);
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', '0.00', '1', '2026-02-29', '1900-01-01', '2199-12-31', 'C', 'medicine'),
  fc.constantFrom(-1, 0, 150, 1.5, 2 ** 53, true, null, [], {}, ['C', 'C'], [[]], { days: 1 }),
);

function change(document: unknown, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>(inside, document);
  if (typeof parent !== 'object' || parent === null) return;
  if (value === undefined && !Array.isArray(parent)) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
}

function inside(part: unknown, key: string): unknown {
  return typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined;
}

function check(value: unknown): void {
  const parsed = parseRuleset(value);
  if ('document' in parsed) {
    const { document } = parsed;
    reviewRuleset(document, reference);
    runCases({ version: 1, document }, reference);
    return;
  }
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const { pointer, message } of parsed.issues) {
    expect(pointer).toMatch(/^(\/[A-Za-z]+|\/[0-9]+)*$/);
    for (const text of Object.values(message)) expect(text).toMatch(/^[^{]{10,}|.*[{].*"/);
  }
}

describe('any ruleset', () => {
  it('is answered when it is any JSON at all', () => {
    fc.assert(fc.property(fc.jsonValue(), check), { numRuns: 200 });
  });

  it('is answered when any of its places hold anything', () => {
    const changes = fc.array(
      fc.tuple(fc.constantFrom(...places), fc.option(strange, { nil: undefined })),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(changes, (list) => {
        const document = structuredClone(loadRuleset('CNSS-2005'));
        for (const [path, value] of list) change(document, path, value);
        check(document);
      }),
      { numRuns: 300 },
    );
  });

  it('has cases whose amounts can be counted exactly', () => {
    const lines = [{ code: 'C', quantity: 2, price: '5497558138.87', expect: {} }];
    const golden = { code: 'CASE', title: 'Too much', date: '2026-05-11', lines };
    const parsed = parseRuleset({ ...loadRuleset('CNSS-2005'), cases: [golden] });
    expect('issues' in parsed && parsed.issues).toMatchObject([
      { pointer: '/cases/0/lines/0/price', code: 'amount-too-large', severity: 'error' },
    ]);
  });

  it.each(codes)('is read without a change: %s keeps its hash', (code) => {
    const written = loadJson(`./rulesets/${code.toLowerCase()}.json`);
    expect(canonicalJson(loadRuleset(code))).toBe(canonicalJson(written));
    const { cases: _cases, ...without } = written as Record<string, unknown>;
    const parsed = parseRuleset(without);
    expect('document' in parsed && canonicalJson(parsed.document)).toBe(canonicalJson(without));
  });
});
