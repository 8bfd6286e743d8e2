/**
 * Who may import whom, as an ordered list: a folder imports itself and those above it. Folders of
 * one row do not import each other.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ['src/domain/money', 'src/domain/calendar', 'src/domain/identifiers'],
  ['src/domain/nomenclature'],
  ['src/domain/care-sheet'],
  ['src/domain/coverage'],
  ['src/domain/accumulator'],
  ['src/domain/decision'],
  ['src/domain/ruleset-difference'],
  ['src/domain/rules'],
  ['src/domain/adjudication'],
  ['src/domain/simulation'],
  ['src/domain/golden-cases', 'src/domain/ruleset-review'],
  ['src/domain/ledger'],
  ['src/domain/settlement'],
  ['src/errors.ts'],
  ['src/logger.ts', 'src/config.ts', 'src/clock.ts'],
  ['src/intake', 'src/queues', 'db'],
  ['src/access'],
  ['src/context.ts'],
  ['src/pipeline'],
  ['src/http', 'src/client', 'src/embedded', 'workers'],
  ['fixtures'],
  ['src/demo', 'src/cli'],
];

/** Commands start the demo, and the demo speaks and stops as commands do. */
const ENTRY_POINTS = ['src/demo', 'src/cli'];

/** Folders that only these may import, wherever they stand. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  workers: ['workers', 'src/cli/commands', 'src/demo'],
  fixtures: ['fixtures', 'src/demo', 'src/cli/commands/seed.ts'],
  'src/embedded': ['src/embedded', 'src/demo', 'src/cli'],
};

/** Packages that have one home. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'decimal.js': ['src/domain/money'],
  pg: ['db', 'src/embedded'],
  'drizzle-orm': ['db'],
  bullmq: ['src/queues'],
  ioredis: ['src/queues', 'src/embedded'],
  express: ['src/http'],
  jose: ['src/access'],
  pino: ['src/logger.ts'],
  commander: ['src/cli'],
};

/** Why a file may not import what it does; undefined when it may. Both are paths from the root. */
export function forbidden(file: string, imported: string): string | undefined {
  const [from, to] = [layerOf(file), layerOf(imported)];
  if (from === undefined || to === undefined) return `${imported} is in no layer`;
  for (const [folder, importers] of Object.entries(RESERVED)) {
    if (isIn(imported, folder) && !importers.some((importer) => isIn(file, importer))) {
      return `only ${importers.join(', ')} and tests import ${folder}`;
    }
  }
  if (ENTRY_POINTS.includes(from.folder) && ENTRY_POINTS.includes(to.folder)) return undefined;
  if (isRule(file) && isRule(imported)) return 'a rule imports no other rule';
  if (from.folder === to.folder || to.row < from.row) return undefined;
  return `${from.folder} stands above or beside ${to.folder}`;
}

/** Why a file may not import a package; undefined when it may. */
export function forbiddenPackage(file: string, specifier: string): string | undefined {
  const isNode = specifier.startsWith('node:');
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0];
  if (isIn(file, 'src/domain') && (isNode || name !== 'decimal.js')) {
    return 'the domain imports nothing but itself and decimal.js';
  }
  const homes = PACKAGES[name ?? ''];
  if (homes === undefined || homes.some((home) => isIn(file, home))) return undefined;
  return `${name} has its home in ${homes.join(', ')}`;
}

function layerOf(path: string): { row: number; folder: string } | undefined {
  for (const [row, folders] of LAYERS.entries()) {
    const folder = folders.find((candidate) => isIn(path, candidate));
    if (folder !== undefined) return { row, folder };
  }
  return undefined;
}

function isRule(path: string): boolean {
  return isIn(path, 'src/domain/rules');
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
