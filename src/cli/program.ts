import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addClient } from './commands/client/client.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExplain } from './commands/explain.ts';
import { addImport } from './commands/import.ts';
import { addMigrate } from './commands/migrate.ts';
import { addOrg } from './commands/org/org.ts';
import { addQuarantine } from './commands/quarantine/quarantine.ts';
import { addSeed } from './commands/seed.ts';
import { addServe } from './commands/serve.ts';
import { addSettle } from './commands/settle/settle.ts';
import { addSubmit } from './commands/submit.ts';
import { addWorker } from './commands/worker.ts';

const COMMANDS = {
  'See it work:': [addDemo],
  'Run it:': [addMigrate, addSeed, addServe, addWorker, addDoctor],
  'Operate it:': [addImport, addOrg, addClient, addQuarantine, addSettle],
  'Use it (clients of the API):': [addSubmit, addExplain],
} as const;

/** `tasfiya`, with all its commands. A usage error is thrown as a CommanderError. */
export function createProgram(): Command {
  const program = new Command('tasfiya')
    .description('Claims engine for compulsory health insurance: care sheets in, decisions out.')
    .version(version())
    .option('--json', 'write the data as JSON; everything else stays on stderr')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help says more)')
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  for (const [group, additions] of Object.entries(COMMANDS)) {
    program.commandsGroup(group);
    for (const add of additions) add(program);
  }
  return program;
}

const EXIT_CODES = `
Exit codes: 0 done · 1 it ran, and the answer is no · 2 wrong arguments or settings ·
3 a server is away, try again.
Settings come from the environment: docs/production.md lists them.`;

function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
