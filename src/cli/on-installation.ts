import type { DatabaseRole } from '#db/client.ts';
import type { Context } from '#src/context.ts';
import type { CommandContext } from './command.ts';
import { openInstallation } from './installation.ts';

/** What an operator's login must be able to act as. */
export const OPERATOR_ROLES: readonly DatabaseRole[] = [
  'operator',
  'settlement',
  'worker',
  'auditor',
];

/** Runs an operator's work on the installation, and closes it whatever happens. */
export async function onInstallation<T>(
  { config, logger }: CommandContext,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { context, close } = await openInstallation(config, {
    logger,
    applicationName: 'tasfiya-cli',
    roles: OPERATOR_ROLES,
  });
  try {
    return await work(context);
  } finally {
    await close();
  }
}
