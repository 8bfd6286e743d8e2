import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** MB for what lives briefly: sheets come and go by the hundred, and should not be moved. */
const ROOM = { serve: 32, worker: 64 } as const;

/** The flag of Node that an API or a worker runs with: as the scripts of package.json have it. */
export function roomFlag(command: keyof typeof ROOM): string {
  return `--max-semi-space-size=${ROOM[command]}`;
}

const program = fileURLToPath(new URL('../cli/tasfiya.js', import.meta.url));

/** A process of ours beside the demo: an API or a worker. */
export interface DemoProcess {
  /** The JSON line that it says when it is ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** SIGTERM, and the end. */
  stop(): Promise<void>;
}

/** Starts `tasfiya <command> --json` with these settings, and waits until it is ready. */
export async function startProcess(
  command: 'serve' | 'worker',
  env: Readonly<Record<string, string>>,
): Promise<DemoProcess> {
  const child = spawn(process.execPath, [roomFlag(command), program, command, '--json'], {
    env: { ...process.env, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  showLogs(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await firstLine(child, command);
  return {
    ready,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a process logs is shown; what it remarks on for people, the demo has said already. */
function showLogs({ stderr }: ChildProcess): void {
  if (stderr === null) throw new Error('the process was started without its output');
  createInterface({ input: stderr }).on('line', (line) => {
    if (/^(\{|tasfiya:)/.test(line)) process.stderr.write(`${line}\n`);
  });
}

function firstLine(child: ChildProcess, command: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (stdout === null) throw new Error('the process was started without its output');
    createInterface({ input: stdout }).once('line', (line) => resolve(JSON.parse(line)));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`tasfiya ${command} ended with ${code}`)));
  });
}
