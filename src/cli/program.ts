import { readFileSync } from 'node:fs';
import { Command } from 'commander';

type AddCommand = (program: Command) => void;
type Loaders = Readonly<Record<string, () => Promise<AddCommand>>>;

/** All commands, as the help shows them; each is loaded when it is needed. */
const COMMANDS: Readonly<Record<string, Loaders>> = {
  'See it work:': {
    demo: async () => (await import('./commands/demo.ts')).addDemo,
  },
  'Run it:': {
    migrate: async () => (await import('./commands/migrate.ts')).addMigrate,
    seed: async () => (await import('./commands/seed.ts')).addSeed,
    serve: async () => (await import('./commands/serve.ts')).addServe,
    worker: async () => (await import('./commands/worker.ts')).addWorker,
    doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
  },
  'Operate it:': {
    import: async () => (await import('./commands/import.ts')).addImport,
    org: async () => (await import('./commands/org/org.ts')).addOrg,
    client: async () => (await import('./commands/client/client.ts')).addClient,
    quarantine: async () => (await import('./commands/quarantine/quarantine.ts')).addQuarantine,
    settle: async () => (await import('./commands/settle/settle.ts')).addSettle,
  },
  'Use it (clients of the API):': {
    submit: async () => (await import('./commands/submit.ts')).addSubmit,
    explain: async () => (await import('./commands/explain.ts')).addExplain,
    reasons: async () => (await import('./commands/reasons/reasons.ts')).addReasons,
    rules: async () => (await import('./commands/rules/rules.ts')).addRules,
  },
};

/**
 * `tasfiya`, with the command that the arguments name, or with all of them where they name none:
 * loading all takes seconds. A usage error is thrown as a CommanderError.
 */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('tasfiya')
    .description('Claims engine for compulsory health insurance: care sheets in, decisions out.')
    .version(version())
    .option('--json', 'write the data as JSON; everything else stays on stderr')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(--help says more)')
    .exitOverride()
    .addHelpText('after', EXIT_CODES);
  const named = args.find((arg) => !arg.startsWith('-')) ?? '';
  const isKnown = Object.values(COMMANDS).some((loaders) => Object.hasOwn(loaders, named));
  for (const [group, loaders] of Object.entries(COMMANDS)) {
    program.commandsGroup(group);
    for (const [name, load] of Object.entries(loaders)) {
      if (name === named || !isKnown) (await load())(program);
    }
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
