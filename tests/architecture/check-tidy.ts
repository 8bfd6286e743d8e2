import { posix } from 'node:path';
import { forbidden, forbiddenPackage } from './layers.ts';

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const MAX_COLUMNS = 100;
const MAX_LINES = 250;
const MAX_BYTES = 256 * 1024;

/** What to say instead of a word that says nothing. */
const BANNED: Readonly<Record<string, string>> = {
  utils: 'what it does, as a verb: parse-amount',
  helpers: 'what it does, as a verb: parse-amount',
  common: 'the thing that is shared',
  misc: 'one name for each thing in it',
  types: 'the noun that the type is: care-sheet',
  services: 'the step that it runs: seal-batch',
  manager: 'the noun that it keeps, or the verb that it does',
};

const ALIASES: Readonly<Record<string, string>> = {
  '#domain/': 'src/domain/',
  '#src/': 'src/',
  '#db/': 'db/',
  '#workers/': 'workers/',
  '#fixtures/': 'fixtures/',
  '#tests/': 'tests/',
};

/** Imports that point down the table, one sentence each. */
export function importFaults({ path, text }: SourceFile): string[] {
  return importsOf(text).flatMap((specifier) => {
    const imported = resolve(path, specifier);
    const why =
      imported === undefined ? forbiddenPackage(path, specifier) : forbidden(path, imported);
    return why === undefined ? [] : [`${path} imports ${specifier}: ${why}`];
  });
}

/** Static ones begin their line or end a list; dynamic ones stand anywhere. */
const IMPORT =
  /^import '([^']+)'|^(?:import|export|\}) [^'"\n]*?\bfrom '([^']+)'|import\('([^']+)'/gm;

function importsOf(text: string): string[] {
  const found = text.matchAll(IMPORT);
  return [...found].map(([, bare, named, dynamic]) => bare ?? named ?? dynamic ?? '');
}

/** The path from the root; undefined for a package. */
function resolve(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length);
  }
  return undefined;
}

/** Words in a path that say nothing, with the word to use. */
export function nameFaults(path: string): string[] {
  const words = path.split(/[/.-]/);
  return words.flatMap((word) => {
    const instead = BANNED[word];
    return instead === undefined ? [] : [`${path}: instead of "${word}", ${instead}`];
  });
}

/** Lines that are too wide, and files that are too long or too big. */
export function sizeFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const lines = text.split('\n');
  if (Buffer.byteLength(text) > MAX_BYTES) faults.push(`${path} is over ${MAX_BYTES} bytes`);
  if (/^(src|workers|db)\/.*\.ts$/.test(path) && lines.length - 1 > MAX_LINES) {
    faults.push(`${path} is over ${MAX_LINES} lines`);
  }
  if (/\.(ts|js|sql)$/.test(path) && !/^(fixtures|db\/migrations)\//.test(path)) {
    lines.forEach((line, index) => {
      if ([...line].length > MAX_COLUMNS) faults.push(`${path}:${index + 1} is over 100 columns`);
    });
  }
  return faults;
}

export interface RuleFacts {
  readonly code: string;
  readonly title: string;
  readonly reference: string;
}

/** Rules that are not listed once, say not where they come from, or that nothing tries. */
export function ruleFaults(given: {
  /** Files below src/domain/rules, without folder and ending: "limits/unit-limit". */
  readonly files: readonly string[];
  readonly rules: readonly RuleFacts[];
  /** Codes of rules that have a test of their own, and that a scenario is about. */
  readonly tested: readonly string[];
  readonly scenarios: readonly string[];
}): string[] {
  const { files, rules, tested, scenarios } = given;
  const times = (code: string) => rules.filter((rule) => rule.code === code).length;
  return [
    ...files.filter((file) => times(file) !== 1).map((file) => `${file} is not listed once`),
    ...rules.flatMap(({ code, title, reference }) => [
      ...(files.includes(code) ? [] : [`${code} is no file of src/domain/rules`]),
      ...(title.trim().length > 2 ? [] : [`${code} has no title`]),
      ...(reference.trim().length > 5 ? [] : [`${code} has no reference`]),
      ...(tested.includes(code) ? [] : [`${code} has no test`]),
      ...(scenarios.includes(code) ? [] : [`${code} has no scenario`]),
    ]),
  ];
}

/** Suites that are not about one folder of the code. */
const OF_THE_WHOLE = ['architecture', 'bench', 'faults', 'harness', 'scenarios', 'whole-way'];

/** Tests that stand where no code of that path is. */
export function mirrorFaults(tests: readonly string[], folders: ReadonlySet<string>): string[] {
  return tests.flatMap((path) => {
    const place = posix.dirname(path).slice('tests/'.length);
    if (OF_THE_WHOLE.includes(place.split('/')[0] ?? '')) return [];
    if (folders.has(place) || folders.has(`src/${place}`)) return [];
    return [`${path} mirrors no folder`];
  });
}
