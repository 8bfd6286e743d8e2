import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { endSimulation } from '#db/repositories/simulation-repository.ts';
import { dropParts } from '#db/repositories/simulation-shard-repository.ts';
import type { Context } from '#src/context.ts';

export interface CancelRequest {
  readonly id: number;
  /** Of the credential: only who asked for a simulation may cancel it. */
  readonly organisationId: number;
  readonly actor: string;
}

/** Cancels a simulation that is under way: its workers stop at their next batch. */
export async function cancelSimulation(
  { database }: Pick<Context, 'database'>,
  { id, organisationId, actor }: CancelRequest,
): Promise<void> {
  await inTransaction(database.as('simulator'), async (tx) => {
    const isEnded = await endSimulation(tx, { id, organisationId, status: 'cancelled' });
    if (!isEnded) return;
    await dropParts(tx, id);
    const subject = `simulation:${id}`;
    await appendAudit(tx, { actor, action: 'simulation.cancelled', subject });
  });
}
