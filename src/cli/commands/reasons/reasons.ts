import type { Command } from 'commander';
import { addReasonsApprove } from './approve.ts';
import { addReasonsEdit } from './edit.ts';
import { addReasonsList } from './list.ts';
import { addReasonsShow } from './show.ts';

/** `tasfiya reasons`: how the reasons of decisions are told to people. */
export function addReasons(program: Command): void {
  const reasons = program
    .command('reasons')
    .description('how reasons are told: list and show them, propose and approve other texts');
  addReasonsList(reasons);
  addReasonsShow(reasons);
  addReasonsEdit(reasons);
  addReasonsApprove(reasons);
}
