import {
  consumptionStatements,
  type DecidedCareSheet,
  decisionStatements,
} from '#db/repositories/decision-repository.ts';
import { eventStatement, type NewEvent } from '#db/repositories/event-repository.ts';
import { ledgerStatements } from '#db/repositories/ledger-repository.ts';
import type { Statement } from '#db/statement.ts';
import { decisionTransaction } from '#domain/ledger/decision-transaction.ts';

/**
 * Decisions, accumulators, postings and events: one transaction, so nothing lies between them, and
 * one journey, since no statement of it waits for the answer to another. There must be decisions.
 */
export function writeDecisions(
  decided: readonly DecidedCareSheet[],
  { epoch }: { readonly epoch: number },
): Statement[] {
  return [
    ...decisionStatements(decided),
    ...consumptionStatements(decided),
    ...ledgerStatements(decided.flatMap(posted)),
    eventStatement(decided.map((sheet) => announced(sheet, epoch))),
  ];
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
function posted({ open, decision, ledgerId, decidedAt }: DecidedCareSheet) {
  const transaction = decisionTransaction(decision);
  if (transaction === undefined) return [];
  return [
    {
      id: ledgerId,
      fundId: open.fundId,
      kind: 'decision' as const,
      subject: `sheet:${open.id}:${open.revision + 1}`,
      at: decidedAt,
      transaction,
    },
  ];
}
