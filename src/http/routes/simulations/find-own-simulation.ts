import { readAs } from '#db/reads/read-as.ts';
import { findSimulation } from '#db/reads/simulations.ts';
import type { Caller } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import type { Api } from '../../api.ts';

/** Who may ask what a ruleset would have done. */
export const SIMULATION_ACCESS = {
  roles: ['rules-author', 'rules-approver'],
  scope: 'own-simulations',
} as const;

/** A simulation that the caller's organisation asked for; another's is not found. */
export async function findOwnSimulation({ context }: Api, { organisationId }: Caller, id: number) {
  const found = await readAs(context.database, organisationId, (tx) => findSimulation(tx, id));
  if (found === undefined) throw new AppError('not-found', 'There is no such simulation.');
  return found;
}
