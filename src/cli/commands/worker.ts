import { constants, setPriority } from 'node:os';
import { type Command, Option } from 'commander';
import type { DatabaseRole } from '#db/client.ts';
import { startWorkers, WORK, type Work } from '#workers/start-workers.ts';
import { type CommandContext, runs } from '../command.ts';
import { example } from '../example.ts';
import { openInstallation } from '../installation.ts';
import { untilStopped } from '../until-stopped.ts';

/** `tasfiya worker`: decides care sheets, until SIGTERM; chunks at work are ended first. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description(
      'decide care sheets and run simulations, until SIGTERM; run as many as there are cores',
    )
    .addOption(new Option('--only <work>', 'do one kind of work, not both').choices(WORK))
    .addHelpText('after', example('tasfiya worker --only simulations'))
    .action(runs(worker));
}

const ROLES: Readonly<Record<Work, DatabaseRole>> = {
  decisions: 'worker',
  simulations: 'simulator',
};

async function worker(
  { config, logger, output }: CommandContext,
  { only }: { readonly only?: Work },
): Promise<void> {
  // Nobody waits for a simulation as for a decision: the system lets everything else go first.
  if (only === 'simulations') setPriority(constants.priority.PRIORITY_LOW);
  const { context, servers, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-worker',
    roles: only === undefined ? Object.values(ROLES) : [ROLES[only]],
  });
  try {
    output.note(servers.describe());
    const workers = await startWorkers(context, { only });
    output.data({ pid: process.pid }, `Worker ${process.pid} is at work`);
    logger.info({ signal: await untilStopped() }, 'stopping');
    await workers.stop();
  } finally {
    await close();
  }
}
