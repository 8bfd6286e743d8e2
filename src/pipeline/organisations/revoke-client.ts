import { inTransaction } from '#db/client.ts';
import { lockClient, revokeClientRow } from '#db/record/client-records.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { AppError } from '#src/errors.ts';
import type { ClientsContext } from './create-client.ts';

/** Ends a client with all its secrets; tokens that it holds run out within ten minutes. */
export async function revokeClient(
  context: Pick<ClientsContext, 'database'>,
  { clientId, actor }: { clientId: string; actor: string },
): Promise<void> {
  await inTransaction(context.database.as('operator'), async (tx) => {
    if (!(await lockClient(tx, clientId))) {
      throw new AppError('not-found', `There is no active client ${clientId}.`);
    }
    await revokeClientRow(tx, clientId);
    await appendAudit(tx, { actor, action: 'client.revoked', subject: `client:${clientId}` });
  });
}
