import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '#src/context.ts';
import { monotonic } from './monotonic.ts';

/** Notes when the decisions of sheets can first be read by somebody else. */
export interface DecisionWatch {
  /** Milliseconds of the monotonic clock, by the id of the sheet. */
  readonly seenAt: ReadonlyMap<number, number>;
  stop(): Promise<void>;
}

const EVERY_MS = 4;

/**
 * Looks for new events every few milliseconds, through the feed's own index. What it says is the
 * truth of a reader: after COMMIT, and late by up to the time between two looks.
 */
export async function watchDecisions({ database }: Context): Promise<DecisionWatch> {
  const seenAt = new Map<number, number>();
  const auditor = await database.as('auditor').connect();
  let isStopped = false;
  let floor = '0';
  async function look(): Promise<void> {
    // Whatever commits from now on has an id that is not below this floor.
    const { rows } = await auditor.query<{ floor: string; ids: string | null }>({
      name: 'watch',
      text: LOOK,
      values: [floor],
    });
    const now = monotonic();
    floor = rows[0]?.floor ?? floor;
    for (const text of rows[0]?.ids?.split(',') ?? []) {
      const id = Number(text);
      if (!seenAt.has(id)) seenAt.set(id, now);
    }
  }
  const { rows } = await auditor.query<{ floor: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS floor',
  );
  floor = rows[0]?.floor ?? floor;
  const watching = (async () => {
    while (!isStopped) {
      await look();
      await sleep(EVERY_MS);
    }
  })();
  return {
    seenAt,
    async stop() {
      isStopped = true;
      await watching;
      await look();
      auditor.release();
    },
  };
}

const LOOK = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS floor,
  (SELECT string_agg(sheet_id::text, ',') FROM events
   WHERE fund_id = ANY (ARRAY(SELECT id FROM organisations WHERE kind = 'fund'))
     AND epoch = (SELECT epoch FROM installation) AND xid >= $1::xid8
     AND kind IN ('decided', 'pended')) AS ids`;
