import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { bordereauCsv, paymentsCsv } from '#src/pipeline/settle/batch-files.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { batchText } from '../../batch-view.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { findFund } from '../../find-fund.ts';
import { onInstallation } from '../../on-installation.ts';
import { readBatch } from '../../read-batch.ts';

interface ShowOptions {
  readonly bordereau?: string;
  readonly payments?: string;
}

/** `tasfiya settle show`: a sealed batch, and its files as they were sealed. */
export function addSettleShow(settle: Command): void {
  settle
    .command('show')
    .description('show a sealed batch, and write its files')
    .argument('<fund>', 'its code')
    .argument('<number>', 'of the batch', toPositiveInteger)
    .option('--bordereau <file>', 'write the bordereau (CSV)')
    .option('--payments <file>', 'write the list of payments (CSV); it holds RIBs')
    .addHelpText('after', example('tasfiya settle show CNSS 12 --bordereau cnss-12.csv'))
    .action(runs(show));
}

async function show(
  command: CommandContext,
  fund: string,
  number: number,
  { bordereau, payments }: ShowOptions,
): Promise<void> {
  await onInstallation(command, async (context: Context) => {
    const fundId = await findFund(context, fund);
    const batch = await readBatch(context, { fund, fundId, number });
    const reference = { fundId, number };
    if (bordereau !== undefined) await write(bordereau, await bordereauCsv(context, reference));
    if (payments !== undefined) await write(payments, await paymentsCsv(context, reference));
    const files = [bordereau, payments].filter((file) => file !== undefined);
    for (const file of files) command.output.note(`wrote ${file}`);
    command.output.data(batch, () => batchText(batch));
  });
}

/** For its owner alone, since it says who was cared for and where the money goes. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 }).catch((cause: unknown) => {
    throw new AppError('configuration-invalid', `The file ${file} cannot be written.`, { cause });
  });
}
