import { Client } from 'pg';
import { type Database, openDatabase } from '#db/client.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';
import { plantWorld } from './planted-world.ts';

export interface PlantedDatabase {
  readonly url: string;
  /** Owns everything and sees everything. */
  readonly superuser: Client;
  readonly database: Database;
  close(): Promise<void>;
}

/** A database of its own with the planted world in it. */
export async function openPlantedWorld(): Promise<PlantedDatabase> {
  const clone = await createTestDatabase();
  const superuser = new Client({ connectionString: clone.url });
  await superuser.connect();
  await plantWorld(superuser);
  const database = openDatabase(clone.url, { poolSize: 4, applicationName: 'test' });
  return {
    url: clone.url,
    superuser,
    database,
    async close() {
      await database.close();
      await superuser.end();
      await clone.drop();
    },
  };
}

/** Runs a statement as the superuser and undoes it; gives what it refused, if it did. */
export async function tried(
  superuser: Client,
  statement: string,
): Promise<{ code: string; constraint: string | undefined } | undefined> {
  await superuser.query('BEGIN');
  try {
    await superuser.query(statement);
    return undefined;
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint?: string };
    return { code, constraint };
  } finally {
    await superuser.query('ROLLBACK');
  }
}
