import type { Command } from 'commander';
import { addQuarantineList } from './list.ts';
import { addQuarantineRequeue } from './requeue.ts';

/** `tasfiya quarantine`: care sheets that were set apart because they ended their worker. */
export function addQuarantine(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('care sheets that ended their worker: list them, send them back');
  addQuarantineList(quarantine);
  addQuarantineRequeue(quarantine);
}
