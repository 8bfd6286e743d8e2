import type { Transaction } from '#db/client.ts';
import {
  type DecidedCareSheet,
  insertConsumptions,
  insertDecisions,
} from '#db/repositories/decision-repository.ts';
import { insertEvents, type NewEvent } from '#db/repositories/event-repository.ts';
import { insertNumberedTransactions } from '#db/repositories/ledger-repository.ts';
import { together } from '#db/together.ts';
import { decisionTransaction } from '#domain/ledger/decision-transaction.ts';

/**
 * Decisions, accumulators, postings and events: one transaction, so nothing lies between them, and
 * one journey, since no statement of it waits for the answer to another.
 */
export async function saveDecisions(
  tx: Transaction,
  decided: readonly DecidedCareSheet[],
  { epoch, ledgerIds }: { readonly epoch: number; readonly ledgerIds: readonly number[] },
): Promise<void> {
  if (decided.length === 0) return;
  const events = decided.map((sheet) => announced(sheet, epoch));
  await together([
    insertDecisions(tx, decided),
    insertConsumptions(tx, decided),
    insertNumberedTransactions(tx, decided.flatMap(posted), ledgerIds),
    insertEvents(tx, events),
  ]);
}

function announced({ open, decision, decidedAt }: DecidedCareSheet, epoch: number): NewEvent {
  return {
    submitterId: open.submitterId,
    fundId: open.fundId,
    epoch,
    sheetId: open.id,
    revision: open.revision + 1,
    kind: decision.outcome === 'pended' ? 'pended' : 'decided',
    at: decidedAt,
  };
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
