import type { Command } from 'commander';
import { inTransaction } from '#db/client.ts';
import { readQuarantine } from '#db/repositories/quarantine-repository.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { onInstallation } from '../../on-installation.ts';
import { table } from '../../output.ts';

/** `tasfiya quarantine list`: what waits for an operator, oldest first. */
export function addQuarantineList(quarantine: Command): void {
  quarantine
    .command('list')
    .description('what waits in quarantine, oldest first')
    .addHelpText('after', example('tasfiya quarantine list --json'))
    .action(runs(list));
}

async function list(command: CommandContext): Promise<void> {
  await onInstallation(command, async ({ database }) => {
    const waiting = await inTransaction(database.as('operator'), readQuarantine);
    const sheets = waiting.map(({ sheetId, number, at, cause }) => ({
      ...{ id: sheetId, number, at: at.toISOString(), cause },
    }));
    const rows = sheets.map(({ id, number, at, cause }) => [id, number, at, cause]);
    const text = () => table(['care sheet', 'number', 'since', 'cause'], rows);
    command.output.data(sheets, sheets.length === 0 ? 'Nothing is in quarantine.' : text);
  });
}
