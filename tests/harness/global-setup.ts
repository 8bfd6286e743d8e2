import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#src/embedded/embedded-postgres.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { databaseUrlOf, templateDatabase } from './test-database.ts';

let folder: TemporaryFolder | undefined;
let postgres: EmbeddedPostgres | undefined;

/** One PostgreSQL for the run, with one migrated database that every test file clones. */
export async function setup(project: TestProject): Promise<void> {
  folder = temporaryFolder('postgres');
  postgres = await startEmbeddedPostgres({ folder: `${folder.path}/postgres`, fsync: false });
  await createTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
  folder?.remove();
}

async function createTemplate(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${templateDatabase}`);
  await admin.end();
  await migrate(databaseUrlOf(adminUrl, templateDatabase));
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a superuser, on the PostgreSQL of this run. */
    postgresUrl: string;
  }
}
