import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { together } from '#db/together.ts';
import { openPlantedWorld, type PlantedDatabase } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

test('gives the answers in the order of the statements', async () => {
  const numbers = await inTransaction(world.database.as('worker'), async (tx) => {
    const ask = async (n: number) =>
      (await tx.query<{ n: number }>('SELECT $1::int AS n', [n])).rows[0]?.n;
    return together([ask(1), ask(2), ask(3)]);
  });
  expect(numbers).toEqual([1, 2, 3]);
});

test('throws what failed first, however deep, and the transaction is undone', async () => {
  const pool = world.database.as('worker');
  const before = await pool.query('SELECT count(*)::int AS n FROM outbox_chunks');
  const failing = inTransaction(pool, async (tx) => {
    const insert = () => tx.query('INSERT INTO outbox_chunks (first_id, last_id) VALUES (1, 2)');
    const deep = async () => {
      await together([insert(), tx.query('SELECT 1 / 0'), insert()]);
    };
    await together([insert(), deep(), insert(), tx.query('SELECT 1')]);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect((await pool.query('SELECT count(*)::int AS n FROM outbox_chunks')).rows).toEqual(
    before.rows,
  );
  // The connection that failed serves the next one.
  for (let turn = 0; turn < 8; turn += 1)
    expect(await together([pool.query('SELECT 1')])).toBeDefined();
});
