import type { Command } from 'commander';
import { markBatchPaid } from '#src/pipeline/settle/mark-batch-paid.ts';
import { actorOption } from '../../actor-option.ts';
import { toPositiveInteger } from '../../argument-parsers.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { findFund } from '../../find-fund.ts';
import { onInstallation } from '../../on-installation.ts';
import { readBatch } from '../../read-batch.ts';

/** `tasfiya settle paid`: records that the bank has paid a batch; again, it changes nothing. */
export function addSettlePaid(settle: Command): void {
  settle
    .command('paid')
    .description('mark a batch as paid by the bank; not for the one who sealed it')
    .argument('<fund>', 'its code')
    .argument('<number>', 'of the batch', toPositiveInteger)
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya settle paid CNSS 12 --actor treasurer'))
    .action(runs(markPaid));
}

async function markPaid(
  command: CommandContext,
  fund: string,
  number: number,
  { actor }: { actor: string },
): Promise<void> {
  await onInstallation(command, async (context) => {
    const fundId = await findFund(context, fund);
    await markBatchPaid(context, { fundId, number, actor });
    const batch = await readBatch(context, { fund, fundId, number });
    const text = `Batch ${number} of ${fund} is paid (${batch.paidBy}, ${batch.paidAt}).`;
    command.output.data(batch, text);
  });
}
