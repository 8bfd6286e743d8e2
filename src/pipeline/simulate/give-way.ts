import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '#db/client.ts';
import { readLiveWork } from '#db/reads/live-work.ts';

/** A pause of a simulation between two of its batches, in favour of live work. */
export type GiveWay = (pool: Queryable) => Promise<void>;

const PAUSE_MS = 50;
const MAX_PAUSES = 10;
/**
 * While care sheets arrive, a simulation rests so many times as long as it works: with a tenth of
 * the time it made a sheet wait 1.2 to 1.4 times as long, with a quarter twice.
 */
const REST = 19;
const MAX_REST_MS = 2_000;

/**
 * Live work goes first: a simulation waits while sheets wait for their decision, and leaves most of
 * the time free while they arrive. Under a load without end it still comes on, slowly. `rest` is
 * how it waits, for tests.
 */
export function createGiveWay(rest: (milliseconds: number) => Promise<unknown> = sleep): GiveWay {
  let seen: number | undefined;
  let began = performance.now();
  return async (pool) => {
    const ended = performance.now();
    let live = await readLiveWork(pool);
    const arrive = seen !== undefined && live.arrivals !== seen;
    for (let pause = 0; live.isWaiting && pause < MAX_PAUSES; pause += 1) {
      await rest(PAUSE_MS);
      live = await readLiveWork(pool);
    }
    if (arrive) {
      const until = ended + Math.min(REST * (ended - began), MAX_REST_MS);
      await rest(Math.max(0, until - performance.now()));
    }
    seen = live.arrivals;
    began = performance.now();
  };
}
