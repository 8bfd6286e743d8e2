import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const running = new Set<ChildProcess>();

// A test that fails half-way leaves no process behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface SpawnOptions {
  /** After `node --import tsx`, such as `['src/cli/tasfiya.ts', 'serve']`. */
  readonly args: readonly string[];
  /** Added to a bare environment: a test never inherits DATABASE_URL or REDIS_URL. */
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export interface SpawnedProcess {
  readonly pid: number;
  /** Stdout and stderr so far, in order of arrival. */
  output(): string;
  /** The first match in the output, past or to come; fails when the process ends before. */
  waitFor(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Signals by process id and waits for the end. May be called again. */
  kill(signal?: NodeJS.Signals): Promise<ProcessEnd>;
  readonly ended: Promise<ProcessEnd>;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts one of our processes from its TypeScript, in the root of the project. */
export function spawnProcess(options: SpawnOptions): SpawnedProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', ...options.args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const collected = collectOutput(child);
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    pid: child.pid ?? 0,
    output: () => collected.text,
    waitFor: (pattern) => waitForOutput({ child, collected, pattern, options }),
    kill(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

function collectOutput(child: ChildProcess): { text: string } {
  const collected = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      collected.text += text;
    });
  }
  return collected;
}

function waitForOutput(wait: {
  child: ChildProcess;
  collected: { text: string };
  pattern: RegExp;
  options: SpawnOptions;
}): Promise<RegExpMatchArray> {
  const { child, collected, pattern, options } = wait;
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      finish();
      reject(new Error(`${options.args.join(' ')} ${why}:\n${collected.text.slice(-4000)}`));
    };
    const look = () => {
      const match = collected.text.match(pattern);
      if (match === null) return;
      finish();
      resolve(match);
    };
    const ending = () => fail(`ended before it said ${pattern}`);
    const timer = setTimeout(fail, options.timeoutMs ?? 30_000, `did not say ${pattern} in time`);
    const finish = () => {
      clearTimeout(timer);
      for (const stream of [child.stdout, child.stderr]) stream?.off('data', look);
      child.off('close', ending);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
    child.once('close', ending);
    if (child.exitCode !== null || child.signalCode !== null) setImmediate(ending);
    look();
  });
}
