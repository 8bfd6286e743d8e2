import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench.ts';
import { accepted } from '../load/load-order.ts';
import { repeat } from '../measure/repeat.ts';

const program = fileURLToPath(new URL('./express-insert-process.ts', import.meta.url));
const DATABASE = 'limit_express';

/** Requests a second of a bare Express 5 that stores each body with one insert, and no more. */
export function expressInsertRate(bench: Bench): Promise<readonly number[]> {
  return bench.limit('express', async () => {
    await bench.servers.admin(`CREATE DATABASE ${DATABASE}`);
    const databaseUrl = bench.servers.urlOf(DATABASE);
    const child = fork(program, [databaseUrl], { execArgv: ['--import', 'tsx'] });
    const [port] = (await once(child, 'message')) as [number];
    const url = `http://127.0.0.1:${port}/`;
    const send = (seconds: number) =>
      bench.loader.run({
        ...{ url, tokens: [], first: 0, connections: 48 },
        pace: { kind: 'closed', until: { seconds } },
      });
    await send(2);
    const results = await repeat(Math.max(3, bench.options.repetitions), () => send(4));
    const exit = once(child, 'exit');
    child.disconnect();
    await exit;
    await bench.servers.admin(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
    return results.map((run) => (accepted(run) / (run.endedAt - run.startedAt)) * 1000);
  });
}
