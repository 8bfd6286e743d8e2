import type { Duplex } from 'node:stream';
import type pg from 'pg';

/**
 * Lets statements of one turn leave in one write, not one each: on a machine with little to do a
 * write costs more than most of our statements, since it wakes whoever it is for.
 */
export function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let isHeld = false;
  const together = (...args: unknown[]) => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      process.nextTick(() => {
        isHeld = false;
        stream.uncork();
      });
    }
    return query(...args);
  };
  Object.assign(client, { query: together });
}
