import type { Transaction } from '#db/client.ts';
import {
  type DecidedCareSheet,
  insertConsumptions,
  insertDecisions,
} from '#db/repositories/decision-repository.ts';
import { insertEvents } from '#db/repositories/event-repository.ts';
import { insertLedgerTransactions } from '#db/repositories/ledger-repository.ts';
import { decisionTransaction } from '#domain/ledger/decision-transaction.ts';

/** Decisions, accumulators, postings and events: one transaction, so nothing lies between them. */
export async function saveDecisions(
  tx: Transaction,
  decided: readonly DecidedCareSheet[],
  epoch: number,
): Promise<void> {
  await insertDecisions(tx, decided);
  await insertConsumptions(tx, decided);
  await insertLedgerTransactions(tx, decided.flatMap(posted));
  await insertEvents(
    tx,
    decided.map(({ open, decision, decidedAt }) => ({
      submitterId: open.submitterId,
      fundId: open.fundId,
      epoch,
      sheetId: open.id,
      revision: open.revision + 1,
      kind: decision.outcome === 'pended' ? 'pended' : 'decided',
      at: decidedAt,
    })),
  );
}

/** What a decision owes, as a ledger transaction; none while pended or when nothing is owed. */
function posted({ open, decision, decidedAt }: DecidedCareSheet) {
  const transaction = decisionTransaction(decision);
  if (transaction === undefined) return [];
  return [
    {
      fundId: open.fundId,
      kind: 'decision' as const,
      subject: `sheet:${open.id}:${open.revision + 1}`,
      at: decidedAt,
      transaction,
    },
  ];
}
