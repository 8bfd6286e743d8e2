import type { Command } from 'commander';
import { startWorkers } from '#workers/start-workers.ts';
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
    .addHelpText('after', example('WORKER_CONCURRENCY=4 tasfiya worker'))
    .action(runs(worker));
}

async function worker({ config, logger, output }: CommandContext): Promise<void> {
  const { context, servers, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-worker',
    roles: ['worker', 'simulator'],
  });
  try {
    output.note(servers.describe());
    const workers = await startWorkers(context);
    output.data({ pid: process.pid }, `Worker ${process.pid} is at work`);
    logger.info({ signal: await untilStopped() }, 'stopping');
    await workers.stop();
  } finally {
    await close();
  }
}
