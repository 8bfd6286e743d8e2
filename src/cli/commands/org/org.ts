import type { Command } from 'commander';
import { addOrgCreate } from './create.ts';
import { addOrgList } from './list.ts';

/** `tasfiya org`: clinics and other senders, funds, and the administration. */
export function addOrg(program: Command): void {
  const org = program.command('org').description('organisations: create one, list them');
  addOrgCreate(org);
  addOrgList(org);
}
