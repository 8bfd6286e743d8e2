import type { Queryable } from '../client.ts';
import { idList } from '../id-list.ts';
import { prepared } from '../prepared.ts';

/** Which of these sheets, whoever sent them, no worker has looked at yet: ids and nothing else. */
export async function findUndecided(tx: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await tx.query<{ id: number }>(prepared(SELECT_UNDECIDED), [idList(ids)]);
  return new Set(rows.map(({ id }) => id));
}

const SELECT_UNDECIDED = `
  SELECT id FROM care_sheets WHERE id = ANY ($1::bigint[]) AND status = 'received'`;
