import type { Command } from 'commander';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { casablancaDate } from '#src/clock.ts';
import { sealBatch } from '#src/pipeline/settle/seal-batch.ts';
import { actorOption } from '../../actor-option.ts';
import { toCalendarDate } from '../../argument-parsers.ts';
import { batchText } from '../../batch-view.ts';
import { type CommandContext, runs } from '../../command.ts';
import { example } from '../../example.ts';
import { findFund } from '../../find-fund.ts';
import { onInstallation } from '../../on-installation.ts';
import { readBatch } from '../../read-batch.ts';

interface SealOptions {
  readonly upTo?: CalendarDate;
  readonly actor: string;
}

/** `tasfiya settle FUND`: seals what it owes into its next batch; again, it finds nothing left. */
export function addSettleSeal(settle: Command): void {
  settle
    .command('seal', { isDefault: true })
    .description('seal what a fund owes into its next batch')
    .argument('<fund>', 'its code')
    .option('--up-to <date>', 'what was decided on or before this day; today', toCalendarDate)
    .addOption(actorOption())
    .addHelpText('after', example('tasfiya settle CNSS --up-to 2026-11-30'))
    .action(runs(seal));
}

async function seal(command: CommandContext, fund: string, { upTo, actor }: SealOptions) {
  const { output } = command;
  await onInstallation(command, async (context) => {
    const fundId = await findFund(context, fund);
    const day = upTo ?? casablancaDate(context.clock());
    const { batch, heldCount } = await sealBatch(context, { fundId, upTo: day, actor });
    if (batch === null) {
      const none = `${fund} has nothing to pay up to ${day}; ${heldCount} wait for a valid RIB.`;
      output.data({ fund, upTo: day, batch: null, held: heldCount }, none);
      return;
    }
    const sealed = await readBatch(context, { fund, fundId, number: batch.number });
    output.data({ fund, upTo: day, batch: sealed, held: heldCount }, () => batchText(sealed));
  });
}
