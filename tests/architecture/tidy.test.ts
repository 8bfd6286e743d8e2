import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '#domain/adjudication/rule-order.ts';
import {
  importFaults,
  mirrorFaults,
  nameFaults,
  ruleFaults,
  type SourceFile,
  sizeFaults,
} from './check-tidy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SKIPPED = new Set(['node_modules', '.git', '.tasfiya', 'coverage']);

function pathsIn(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsIn(path);
    return entry.isFile() ? [path] : [];
  });
}

const files: SourceFile[] = pathsIn('').map((path) => ({
  path,
  text: readFileSync(`${root}/${path}`, 'utf8'),
}));
const code = files.filter(({ path }) => /^(src|db|workers|fixtures)\/.*\.ts$/.test(path));
const namesBelow = (folder: string, ending: string) =>
  files
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(ending))
    .map(({ path }) => path.slice(folder.length, -ending.length));

describe('the tree', () => {
  it('was read', () => {
    expect(code.length).toBeGreaterThan(200);
  });

  it('imports upwards only', () => {
    expect(code.flatMap(importFaults)).toEqual([]);
  });

  it('has names that say something', () => {
    expect(files.flatMap(({ path }) => nameFaults(path))).toEqual([]);
  });

  it('has narrow lines, short files and no big blobs', () => {
    expect(files.flatMap(sizeFaults)).toEqual([]);
  });

  it('lists, sources, tests and shows every rule', () => {
    const scenarios = files
      .filter(({ path }) => /^fixtures\/scenarios\/.*\.json$/.test(path))
      .map(({ text }) => (JSON.parse(text) as { rule: string }).rule);
    const faults = ruleFaults({
      files: namesBelow('src/domain/rules/', '.ts'),
      rules: RULES,
      tested: namesBelow('tests/domain/rules/', '.test.ts'),
      scenarios,
    });
    expect(faults).toEqual([]);
  });

  it('has its tests where its code is', () => {
    const tests = files.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'));
    expect(mirrorFaults(tests, new Set(code.map(({ path }) => dirname(path))))).toEqual([]);
  });
});

describe('the check', () => {
  const importing = (path: string, text: string) => importFaults({ path, text }).length;

  it.each([
    ['src/domain/money/rate.ts', `import type { Act } from '../nomenclature/act.ts';`],
    ['src/domain/calendar/periods.ts', `import { rate } from '#domain/money/rate.ts';`],
    ['src/domain/money/rate.ts', `import { readFileSync } from 'node:fs';`],
    ['src/domain/decision/rule.ts', `import { z } from 'zod';`],
    ['src/domain/decision/step.ts', `import { openDatabase } from '#db/client.ts';`],
    ['src/domain/rules/form/a.ts', `import { b } from './b.ts';`],
    ['db/client.ts', `import { openQueue } from '#src/queues/open-queue.ts';`],
    ['src/queues/open-queue.ts', `export { sweep } from '#src/pipeline/sweep/sweep.ts';`],
    ['src/pipeline/sweep/sweep.ts', `import { Queue } from 'bullmq';`],
    ['src/pipeline/sweep/sweep.ts', `import {\n  createApp,\n} from '#src/http/create-app.ts';`],
    ['src/http/api.ts', `import { repeat } from '#workers/repeat.ts';`],
    ['src/http/api.ts', `const { repeat } = await import('#workers/repeat.ts');`],
    ['src/cli/output.ts', `import { seedWorld } from '#fixtures/seed/seed-world.ts';`],
    ['src/http/api.ts', `import { startEmbeddedRedis } from '../embedded/embedded-redis.ts';`],
    ['src/context.ts', `import 'express';`],
    ['src/http/api.ts', `import { start } from '#tests/harness/test-queue.ts';`],
    ['workers/repeat.ts', `import pg from 'pg';`],
  ])('finds that %s has %s', (path, text) => {
    expect(importing(path, text)).toBe(1);
  });

  it('lets through what points up, and what only looks like an import', () => {
    expect(importing('src/http/api.ts', `import express from 'express';`)).toBe(0);
    expect(importing('src/cli/commands/worker.ts', `import('#workers/start-workers.ts')`)).toBe(0);
    expect(importing('db/client.ts', `export const PLACE = 'express';`)).toBe(0);
    expect(importing('db/client.ts', `// import { a } from '#src/http/a.ts';`)).toBe(0);
  });

  it('finds names, sizes, rules and tests that are amiss', () => {
    expect(nameFaults('src/http/route-helpers.ts')).toHaveLength(1);
    expect(nameFaults('src/common/money.ts')).toHaveLength(1);
    expect(sizeFaults({ path: 'src/a.ts', text: 'x'.repeat(101) })).toHaveLength(1);
    expect(sizeFaults({ path: 'src/a.ts', text: 'x\n'.repeat(251) })).toHaveLength(1);
    expect(sizeFaults({ path: 'a.bin', text: 'x'.repeat(300_000) })).toHaveLength(1);
    expect(sizeFaults({ path: 'src/a.ts', text: `${'ع'.repeat(100)}\n` })).toEqual([]);
    const rule = { code: 'a/b', title: 'A rule', reference: 'a source' };
    const given = { files: ['a/b'], rules: [rule], tested: ['a/b'], scenarios: ['a/b'] };
    expect(ruleFaults(given)).toEqual([]);
    expect(ruleFaults({ ...given, files: ['a/b', 'a/c'] })).toHaveLength(1);
    expect(ruleFaults({ ...given, rules: [rule, rule] })).toHaveLength(1);
    expect(ruleFaults({ ...given, rules: [{ ...rule, reference: ' ' }] })).toHaveLength(1);
    expect(ruleFaults({ ...given, tested: [], scenarios: [] })).toHaveLength(2);
    expect(mirrorFaults(['tests/db/x/a.test.ts'], new Set(['db/y']))).toHaveLength(1);
  });
});
