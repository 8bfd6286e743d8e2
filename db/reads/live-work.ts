import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** What a piece of work that is in no hurry looks at before it goes on. */
export interface LiveWork {
  /** Whether accepted sheets wait for their decision. */
  readonly isWaiting: boolean;
  /** Another number whenever sheets were accepted in the meantime. */
  readonly arrivals: number;
}

export async function readLiveWork(tx: Queryable): Promise<LiveWork> {
  const { rows } = await tx.query<LiveWork>(
    prepared(`SELECT EXISTS (SELECT id FROM outbox_chunks) AS "isWaiting",
      (SELECT last_value * is_called::int FROM outbox_chunks_id_seq) AS arrivals`),
  );
  return rows[0] ?? { isWaiting: false, arrivals: 0 };
}
