import type { Command } from 'commander';
import { startServer } from '#src/http/start-server.ts';
import { type CommandContext, runs } from '../command.ts';
import { example } from '../example.ts';
import { openInstallation } from '../installation.ts';
import { untilStopped } from '../until-stopped.ts';

/** `tasfiya serve`: the API, until SIGTERM; requests that run are answered first. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve the API on HOST and PORT, until SIGTERM')
    .addHelpText('after', example('PORT=8080 tasfiya serve'))
    .action(runs(serve));
}

async function serve({ config, logger, output }: CommandContext): Promise<void> {
  const { context, servers, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-api',
    // Cancelling is the worker's, sealing and paying the settlement's.
    roles: [
      ...(['intake', 'reader', 'access', 'worker', 'settlement', 'rules'] as const),
      ...(['estimator', 'simulator'] as const),
    ],
  });
  try {
    output.note(servers.describe());
    const server = await startServer(context);
    output.data({ url: server.url }, `API: ${server.url}`);
    logger.info({ url: server.url }, 'the API listens');
    logger.info({ signal: await untilStopped() }, 'stopping');
    await server.stop();
  } finally {
    await close();
  }
}
