import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { roomFlag } from '#src/demo/child-process.ts';

const program = fileURLToPath(new URL('../../../src/cli/tasfiya.js', import.meta.url));

/** An API or a worker as production runs it. */
export interface ProductProcess {
  readonly pid: number;
  /** The JSON line that it says when it is ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  end(signal?: NodeJS.Signals): Promise<void>;
}

const running = new Set<ReturnType<typeof spawn>>();

// A bench that fails half-way leaves no process behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts `node src/cli/tasfiya.js <command>` and waits until it is ready. At its end it leaves a
 * profile of its time in the folder of that name, where there is one.
 */
export async function startProduct(
  [command, ...options]: readonly ['serve' | 'worker', ...string[]],
  environment: Readonly<Record<string, string>>,
  profiles?: string,
): Promise<ProductProcess> {
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const room = roomFlag(command);
  const child = spawn(
    process.execPath,
    [room, ...profiling, program, command, ...options, '--json'],
    {
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => void said.push(line));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => running.delete(child));
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`tasfiya ${command} ended with ${code}:\n${said.slice(-20).join('\n')}`)),
    );
  });
  return {
    pid: child.pid ?? 0,
    ready,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
