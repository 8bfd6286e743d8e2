import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { runInvariants } from '#db/invariants/run-invariants.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { openPlantedWorld, type PlantedDatabase } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

async function brokenAuditInvariants(): Promise<string[]> {
  const results = await runInvariants(world.database.as('auditor'));
  return results
    .filter(({ heading, violations }) => heading === 'audit' && violations > 0)
    .map(({ name }) => name);
}

async function numbers(): Promise<number[]> {
  const { rows } = await world.superuser.query<{ number: string }>(
    'SELECT number FROM audit_entries ORDER BY number',
  );
  return rows.map(({ number }) => Number(number));
}

test('20 that append at once leave no gap and no fork, also where some are undone', async () => {
  const before = (await numbers()).length;
  const append = (index: number) =>
    inTransaction(world.database.as('worker'), async (tx) => {
      await appendAudit(tx, { actor: 'worker', action: 'test', subject: `sheets:${index}` });
      if (index % 5 === 0) throw new Error('undone');
    });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => append(index)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  const after = await numbers();
  expect(after).toEqual(Array.from({ length: before + 16 }, (_, index) => index + 1));
  expect(await brokenAuditInvariants()).toEqual([]);
});

test('an entry that was tampered with is found, whoever did it', async () => {
  await world.superuser.query('BEGIN');
  await world.superuser.query('SET LOCAL session_replication_role = replica');
  await world.superuser.query(`UPDATE audit_entries SET actor = 'nobody' WHERE number = 3`);
  await world.superuser.query('COMMIT');
  expect(await brokenAuditInvariants()).toEqual(['chain-unbroken']);
});
