import type { Context } from '#src/context.ts';
import type { CommandContext } from './command.ts';
import { openInstallation } from './installation.ts';

/** Runs an operator's work on the installation, and closes it whatever happens. */
export async function onInstallation<T>(
  { config, logger }: CommandContext,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { context, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-cli',
  });
  try {
    return await work(context);
  } finally {
    await close();
  }
}
