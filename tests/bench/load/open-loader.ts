import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SheetStock } from '../world/sheet-stock.ts';
import type { LoadOrder, LoadResult } from './load-order.ts';

/** The load process: one run at a time. */
export interface Loader {
  readonly pid: number;
  run(order: LoadOrder): Promise<LoadResult>;
  /** Ends a patient run, after which its `run` resolves. */
  stop(): void;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('./load-process.ts', import.meta.url));

export async function openLoader(stock: SheetStock, folder: string): Promise<Loader> {
  const file = join(folder, 'stock.json');
  const { samples: _unsent, ...sent } = stock;
  writeFileSync(file, JSON.stringify(sent));
  const child = fork(program, [file], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  await once(child, 'message');
  return {
    pid: child.pid ?? 0,
    async run(order) {
      child.send({ order });
      const ended = new AbortController();
      const result = await Promise.race([
        once(child, 'message', { signal: ended.signal }).then(([value]) => value as LoadResult),
        once(child, 'exit', { signal: ended.signal }).then(() => {
          throw new Error('the load process ended');
        }),
      ]);
      ended.abort();
      return result;
    },
    stop: () => void child.send({ stop: true }),
    async close() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}
