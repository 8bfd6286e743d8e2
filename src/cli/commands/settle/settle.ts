import type { Command } from 'commander';
import { example } from '../../example.ts';
import { addSettlePaid } from './paid.ts';
import { addSettleSeal } from './seal.ts';
import { addSettleShow } from './show.ts';

/** `tasfiya settle`: what funds owe, in sealed batches. */
export function addSettle(program: Command): void {
  const settle = program
    .command('settle')
    .description('seal what a fund owes into its next batch, show a batch, mark it as paid')
    .addHelpText('after', example('tasfiya settle CNSS --up-to 2026-11-30'));
  addSettleSeal(settle);
  addSettleShow(settle);
  addSettlePaid(settle);
}
