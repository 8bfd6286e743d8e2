import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAs, type ServerAccount } from './server-account.ts';

/** A server that lives no longer than this Node process. */
export interface OwnedProcess {
  readonly pid: number;
  /** Whether it ended, by itself or by us. */
  ended(): boolean;
  /** Asks it to end and waits for that. May be called again. */
  stop(): Promise<void>;
}

export interface OwnedProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly account: ServerAccount | undefined;
  /** Takes its stdout and stderr; the file of the last run is kept beside it as `<name>.1`. */
  readonly logFile: string;
  /** The signal that makes it end in order. */
  readonly stopSignal: 'SIGINT' | 'SIGTERM';
}

/** Longer than any orderly stop takes; then it is killed, and recovers at its next start. */
const stopTimeoutMs = 30_000;

export async function startOwnedProcess(options: OwnedProcessOptions): Promise<OwnedProcess> {
  const child = spawnLogged(options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid ?? 0;
  const guardian = startGuardian(pid, options.stopSignal);
  void ended.then(() => guardian.release());
  child.unref();
  let stopping: Promise<void> | undefined;
  return {
    pid,
    ended: () => hasEnded(child),
    stop: () => {
      stopping ??= stopChild(child, ended, options.stopSignal);
      return stopping;
    },
  };
}

/** The end of what the server said, for the message of an error. */
export function logTail(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().slice(-2000) : '';
}

/**
 * Detached, so that Ctrl-C in a terminal reaches only the application, which drains and then stops
 * its servers; to a file, because a pipe to us would break with us.
 */
function spawnLogged(options: OwnedProcessOptions): ChildProcess {
  if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.1`);
  const log = openSync(options.logFile, 'w', 0o600);
  try {
    return spawn(options.command, options.args, {
      ...runAs(options.account),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/**
 * A shell of a few hundred kilobytes that waits for the end of its input. A line means that the
 * server has ended in order; the end without one means that this Node process is gone, be it by
 * SIGKILL, and then the shell stops the server.
 */
function startGuardian(pid: number, signal: string) {
  const script = `read -r _ || kill -${signal.replace('SIG', '')} ${pid}`;
  const shell = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return { release: () => shell.stdin.end('ended\n') };
}

async function stopChild(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals) {
  if (hasEnded(child)) return;
  // Nothing else may keep Node awake by now, and its end is what we wait for.
  child.ref();
  child.kill(signal);
  const late = new AbortController();
  const timeout = sleep(stopTimeoutMs, undefined, { signal: late.signal }).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await ended;
  late.abort();
  await timeout;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
