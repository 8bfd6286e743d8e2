import { type Command, InvalidArgumentError } from 'commander';
import { inTransaction } from '#db/client.ts';
import { readQuarantine } from '#db/repositories/quarantine-repository.ts';
import type { Context } from '#src/context.ts';
import { requeueSheet } from '#src/pipeline/quarantine/requeue-sheet.ts';
import { actorOption } from '../../actor-option.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';

interface RequeueOptions {
  readonly all?: boolean;
  readonly actor: string;
}

/** `tasfiya quarantine requeue`: sends care sheets to the workers again. */
export function addQuarantineRequeue(quarantine: Command): void {
  quarantine
    .command('requeue')
    .description('send a care sheet, or all of them, to the workers again')
    .argument('[id]', 'of the care sheet', toPositiveInteger)
    .option('--all', 'all that wait')
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya quarantine requeue 1042'))
    .action(runs(requeue));
}

async function requeue(
  command: CommandContext,
  id: number | undefined,
  { all, actor }: RequeueOptions,
): Promise<void> {
  if ((id === undefined) === (all === undefined)) {
    throw new InvalidArgumentError('Give the id of a care sheet, or --all.');
  }
  await onInstallation(command, async (context) => {
    const ids = id === undefined ? await waitingIds(context) : [id];
    for (const sheetId of ids) await requeueSheet(context, { sheetId, actor });
    command.output.data({ requeued: ids }, `${ids.length} sent back to the workers.`);
  });
}

async function waitingIds({ database }: Context): Promise<number[]> {
  const waiting = await inTransaction(database.as('operator'), readQuarantine);
  return waiting.map(({ sheetId }) => sheetId);
}
