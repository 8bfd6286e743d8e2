import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import { countUndecided } from '#db/reads/decision-summary.ts';
import { createProgress } from './progress.ts';

const LOOK_EVERY_MS = 100;
const LIMIT_MS = 300_000;

/** Waits until every accepted sheet is decided, pended or set apart; gives the seconds waited. */
export async function waitForDecisions(database: Database, accepted: number): Promise<number> {
  const progress = createProgress('Care sheets decided', accepted);
  const began = performance.now();
  for (;;) {
    const left = await countUndecided(database.as('auditor'));
    progress.at(accepted - left);
    const waited = performance.now() - began;
    if (left === 0) {
      progress.end(`all ${accepted}`);
      return waited / 1000;
    }
    if (waited > LIMIT_MS) throw new Error(`${left} care sheets are still undecided`);
    await delay(LOOK_EVERY_MS);
  }
}
