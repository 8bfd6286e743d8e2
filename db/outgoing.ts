import type pg from 'pg';
import type { Statement } from './statement.ts';
import { together } from './together.ts';

/** What nobody waits for one by one. */
export interface Outgoing {
  /** Sends statements whose answers are awaited when the transaction is finished. */
  send(statements: readonly (Statement | { readonly text: string })[]): void;
  /**
   * Ends the transaction: sends its last statements and COMMIT in one journey, so that what they
   * lock is free again even while this process is at something else. Where one of them or of
   * those sent before fails, COMMIT undoes all. Gives the results of the last statements.
   */
  finish(statements: readonly Statement[]): Promise<pg.QueryResult[]>;
}

/** Of one transaction that has begun. */
export function createOutgoing(tx: pg.PoolClient): Outgoing & { readonly isFinished: boolean } {
  const sent: Promise<pg.QueryResult>[] = [];
  let isFinished = false;
  const send: Outgoing['send'] = (statements) => {
    for (const statement of statements) {
      const answer = tx.query(statement);
      // Whoever finishes is told; where nobody does, ROLLBACK is what counts.
      answer.catch(() => undefined);
      sent.push(answer);
    }
  };
  return {
    get isFinished() {
      return isFinished;
    },
    send,
    async finish(statements) {
      isFinished = true;
      send([...statements, { text: 'COMMIT' }]);
      const results = await together(sent);
      const last = results.at(-1);
      if (last?.command !== 'COMMIT') throw new Error(`a transaction ended with ${last?.command}`);
      return results.slice(results.length - 1 - statements.length, -1);
    },
  };
}
