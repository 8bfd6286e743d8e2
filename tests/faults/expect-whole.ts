import { expect } from 'vitest';
import type { Context } from '#src/context.ts';
import { checkInvariants } from '#src/pipeline/doctor/doctor.ts';
import { replayDecisions } from '#src/pipeline/doctor/replay-decisions.ts';
import { until } from '#tests/harness/until.ts';
import type { Acknowledged } from './send-sheets.ts';

interface StoredSheet {
  id: number;
  number: string;
  status: string;
  bodyHash: string;
  finals: number;
}

/** Waits until nothing is left to do. */
export async function untilQuiet(context: Context, limitMs = 120_000): Promise<void> {
  await until(async () => {
    const { rows } = await context.database
      .as('auditor')
      .query<{ open: number }>(
        `SELECT (SELECT count(*) FROM outbox_chunks)
           + (SELECT count(*) FROM care_sheets WHERE status = 'received') AS open`,
      )
      .catch(() => ({ rows: [{ open: -1 }] }));
    return rows[0]?.open === 0;
  }, limitMs);
}

/**
 * The common pass of every fault: what was acknowledged is there as it was sent, decided once or
 * pended (or quarantined, where that is expected), every invariant holds, every decision replays.
 */
export async function expectWhole(
  context: Context,
  acknowledged: Acknowledged,
  { quarantined = [] }: { quarantined?: readonly string[] } = {},
): Promise<void> {
  const { rows } = await context.database.as('auditor').query<StoredSheet>(
    `SELECT s.id, s.number, s.status, d.body_hash AS "bodyHash",
       (SELECT count(*) FROM decisions f WHERE f.sheet_id = s.id AND f.outcome <> 'pended')
         AS finals
     FROM care_sheets s JOIN care_sheet_documents d ON d.sheet_id = s.id ORDER BY s.number`,
  );
  expect(rows.map(({ number, id, bodyHash }) => ({ number, id, bodyHash }))).toEqual(
    [...acknowledged]
      .map(([number, { id, bodyHash }]) => ({ number, id, bodyHash }))
      .sort((a, b) => (a.number < b.number ? -1 : 1)),
  );
  const apart = rows.filter(({ status }) => status === 'quarantined').map(({ number }) => number);
  expect(apart).toEqual([...quarantined].sort());
  for (const { number, status, finals } of rows) {
    if (status === 'quarantined') continue;
    expect(['decided', 'pended'], number).toContain(status);
    expect(finals, number).toBe(status === 'decided' ? 1 : 0);
  }
  const decided = rows.filter(({ status }) => status === 'decided').length;
  // Many are pended, since a sheet that comes after later ones would change what those took.
  expect(decided).toBeGreaterThan(rows.length / 5);
  const broken = (await checkInvariants(context)).filter(({ violations }) => violations > 0);
  expect(broken).toEqual([]);
  const replay = await replayDecisions(context);
  expect(replay).toEqual({ replayed: rows.length - apart.length, differing: [] });
}
