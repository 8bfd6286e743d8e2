import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '#fixtures/generator/random.ts';
import { monotonic } from '../measure/monotonic.ts';
import type { HttpConnection } from './http-connection.ts';
import type { SinglePace } from './load-order.ts';
import type { SheetSender } from './sheet-sender.ts';

/** What a run has at hand. */
export interface Run {
  readonly connections: readonly HttpConnection[];
  readonly send: SheetSender;
  readonly first: number;
  readonly stopped: AbortSignal;
}

/** Sends sheets one by one at a pace and resolves when the last of them is answered. */
export function sendAtPace(run: Run, pace: SinglePace): Promise<void> {
  switch (pace.kind) {
    case 'closed':
      return sendClosed(run, pace.until);
    case 'open':
      return sendOpen(run, pace);
    case 'patient':
      return sendPatiently(run);
  }
}

async function sendClosed(
  { connections, send, first }: Run,
  until: { seconds: number } | { count: number },
): Promise<void> {
  const [count, end] =
    'count' in until
      ? [until.count, Number.POSITIVE_INFINITY]
      : [Number.POSITIVE_INFINITY, monotonic() + until.seconds * 1000];
  let next = first;
  await Promise.all(
    connections.map(async (connection) => {
      while (next < first + count) {
        const dueAt = monotonic();
        if (dueAt >= end) return;
        const index = next;
        next += 1;
        await send(connection, { index, dueAt });
      }
    }),
  );
}

/**
 * Arrivals wait for a free connection when there is none, and the wait counts, since a clinic's
 * does: this is what a closed loop leaves out.
 */
async function sendOpen(
  { connections, send, first }: Run,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<void> {
  const random = createRandom(first + perSecond);
  const start = monotonic() + 50;
  const arrivals: number[] = [];
  for (let at = start; at < start + seconds * 1000; ) {
    arrivals.push(at);
    at += (-Math.log(1 - random.int(0, 999_999) / 1e6) / perSecond) * 1000;
  }
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (;;) {
        const turn = next;
        next += 1;
        const dueAt = arrivals[turn];
        if (dueAt === undefined) return;
        await until(dueAt);
        await send(connection, { index: first + turn, dueAt });
      }
    }),
  );
}

/** Timers are up to a millisecond late, which counts as a wait: spinning would take a core. */
async function until(at: number): Promise<void> {
  const wait = at - monotonic();
  if (wait > 0) await sleep(Math.ceil(wait));
}

const RETRY_MS = 50;
/** A fault takes seconds; what is refused for so long will be refused for ever. */
const MOST_TRIES = 1_000;

async function sendPatiently({ connections, send, first, stopped }: Run): Promise<void> {
  let next = first;
  await Promise.all(
    connections.map(async (connection) => {
      while (!stopped.aborted) {
        const index = next;
        next += 1;
        // The same key again and again, as the contract of the API tells its clients.
        for (let tries = 1; !(await send(connection, { index, dueAt: monotonic() })); tries += 1) {
          if (tries === MOST_TRIES) throw new Error(`the sheet ${index} is never accepted`);
          await sleep(RETRY_MS);
        }
      }
    }),
  );
}
