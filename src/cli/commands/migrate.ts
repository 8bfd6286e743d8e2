import type { Command } from 'commander';
import { migrate as applyMigrations } from '#db/migrate.ts';
import { type CommandContext, runs } from '../command.ts';
import { example } from '../example.ts';
import { openServers } from '../installation.ts';

/** `tasfiya migrate`: brings the schema to the newest migration. Run it before an upgrade. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description("bring the database to this version's schema; run it as its owner")
    .addHelpText('after', example('DATABASE_URL=postgres://owner@db/tasfiya tasfiya migrate'))
    .action(runs(migrate));
}

async function migrate({ config, output }: CommandContext): Promise<void> {
  const servers = await openServers(config);
  try {
    await applyMigrations(servers.databaseUrl);
    output.data({ migrated: true }, 'The database is at the newest migration.');
  } finally {
    await servers.stop();
  }
}
