import { migrate as applyMigrations } from '#db/migrate.ts';
import type { CommandContext } from '../command.ts';
import { openServers } from '../installation.ts';

/** `tasfiya migrate`: brings the schema to the newest migration. Run it before an upgrade. */
export async function migrate({ config, output }: CommandContext): Promise<void> {
  const servers = await openServers(config);
  try {
    await applyMigrations(servers.databaseUrl);
    output.data({ migrated: true }, 'The database is at the newest migration.');
  } finally {
    await servers.stop();
  }
}
