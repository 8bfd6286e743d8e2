import type { Context } from '#src/context.ts';

/** The ids of the chunks that wait to be decided, the oldest first. */
export async function waitingChunks({ database }: Context): Promise<number[]> {
  const { rows } = await database
    .as('auditor')
    .query<{ id: number }>('SELECT id FROM outbox_chunks ORDER BY id');
  return rows.map(({ id }) => id);
}
