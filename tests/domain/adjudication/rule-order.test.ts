import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULES } from '#domain/adjudication/rule-order.ts';

function files(folder: string): string[] {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  return readdirSync(url, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
}

it('lists every rule once, under the name of its file', () => {
  const codes = RULES.map(({ code }) => `${code}.ts`);
  expect([...codes].sort()).toEqual(files('src/domain/rules').sort());
});

it('has a title, a reference and a test for every rule', () => {
  const tested = new Set(files('tests/domain/rules'));
  for (const { code, title, reference } of RULES) {
    expect(title, code).not.toBe('');
    expect(reference, code).not.toBe('');
    expect(tested.has(`${code}.test.ts`), code).toBe(true);
  }
});
