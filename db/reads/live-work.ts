import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** Whether accepted sheets wait for their decision. */
export async function isLiveWorkWaiting(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ waiting: boolean }>(
    prepared('SELECT EXISTS (SELECT id FROM outbox_chunks) AS waiting'),
  );
  return rows[0]?.waiting === true;
}
