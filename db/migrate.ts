import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { addMonths } from './repositories/month-repository.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));
const LOCK = 7_264_001;

/**
 * Brings the schema to the newest migration, as the owner named in the URL; harmless when it
 * is there already. Two at once wait for each other. A restored database gets a new epoch,
 * so that cursors of feeds from before do not mislead.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query('SET client_min_messages = warning');
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    await client.query(`
      UPDATE installation SET epoch = epoch + 1, system_identifier = now_here.id
      FROM (SELECT system_identifier::text AS id FROM pg_control_system()) AS now_here
      WHERE installation.system_identifier <> now_here.id`);
    await addMonths(client, 12);
  } finally {
    await client.end();
  }
}
