import { Client } from 'pg';
import { type Database, openDatabase } from '#db/client.ts';
import { createTestDatabase } from '#tests/harness/test-database.ts';

/** A migrated database of its own, as the product sees it and as its superuser does. */
export interface TestRecord {
  readonly database: Database;
  /** Runs SQL as the superuser; gives the rows. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The number of the newest revision. */
  revision(): Promise<number>;
  close(): Promise<void>;
}

export async function openRecord(): Promise<TestRecord> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase(testDatabase.url, { poolSize: 2, applicationName: 'test' });
  const admin = new Client({ connectionString: testDatabase.url });
  await admin.connect();
  const sql: TestRecord['sql'] = async (text, values) => (await admin.query(text, values)).rows;
  return {
    database,
    sql,
    async revision() {
      const [row] = await sql<{ revision: string }>('SELECT revision FROM installation');
      return Number(row?.revision);
    },
    async close() {
      await admin.end();
      await database.close();
      await testDatabase.drop();
    },
  };
}
