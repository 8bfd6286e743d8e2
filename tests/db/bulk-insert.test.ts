import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulkInsert, column } from '#db/bulk-insert.ts';
import { openPlantedWorld, type PlantedDatabase } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
  await world.superuser.query(
    `CREATE TEMPORARY TABLE odd (id bigint, plain text, list text[], document text,
       day date, at timestamptz, flag boolean)`,
  );
});

afterAll(() => world.close());

interface Odd {
  readonly id: number;
  readonly plain: string | null;
  readonly list: readonly string[];
  readonly document: string;
  readonly day: string | null;
  readonly at: Date;
  readonly flag: boolean;
}

const COLUMNS = [
  column<Odd>('id', 'bigint', ({ id }) => id),
  column<Odd>('plain', 'text', ({ plain }) => plain),
  column<Odd>('list', 'text[]', ({ list }) => list),
  column<Odd>('document', 'json', ({ document }) => document),
  column<Odd>('day', 'date', ({ day }) => day),
  column<Odd>('at', 'timestamptz', ({ at }) => at),
  column<Odd>('flag', 'boolean', ({ flag }) => flag),
];

const TEXTS = ['', ' ', 'NULL', 'a,b', '{}', '"', '\\', '\\"', "'; --", 'é ع\n\t', '\u001e', '{"a'];

test('every text arrives as it was, within arrays too', async () => {
  const rows: Odd[] = TEXTS.map((text, index) => ({
    id: Number.MAX_SAFE_INTEGER - index,
    plain: text,
    list: [text, ...TEXTS],
    document: JSON.stringify({ [text]: text }),
    day: '2026-02-28',
    at: new Date('2026-02-28T23:59:59.999Z'),
    flag: index % 2 === 0,
  }));
  const empty = { ...(rows[0] as Odd), id: 0, plain: null, list: [], day: null };
  await bulkInsert(world.superuser, 'odd', [...rows, empty], COLUMNS);
  const stored = await world.superuser.query(
    `SELECT id::text, plain, list, document, day::text, at, flag FROM odd`,
  );
  expect(stored.rows).toEqual([...rows, empty].map((row) => ({ ...row, id: String(row.id) })));
});
