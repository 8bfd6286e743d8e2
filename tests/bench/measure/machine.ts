import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Where figures were taken: without it they say nothing. */
export type Machine = Readonly<Record<string, string>>;

const PACKAGES = ['bullmq', 'express', 'pg', '@gorules/zen-engine', 'json-rules-engine'];

export function describeMachine(servers: {
  readonly postgres: string;
  readonly redis: string;
  readonly folder: string;
}): Machine {
  const [cpu] = cpus();
  return {
    at: new Date().toISOString(),
    commit: commitText(),
    cpu: `${cpu?.model ?? 'unknown'}, ${cpus().length} cores`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${release()}`,
    disk: said('stat', ['-f', '-c', '%T', servers.folder]),
    load: loadavg()
      .map((value) => value.toFixed(2))
      .join(' '),
    node: process.version,
    postgres: servers.postgres,
    redis: servers.redis,
    packages: PACKAGES.map((name) => `${name} ${versionOf(name)}`).join(', '),
  };
}

function commitText(): string {
  const dirty = said('git', ['status', '--porcelain', '--untracked-files=no']) !== '';
  return said('git', ['rev-parse', '--short', 'HEAD']) + (dirty ? ' with changes' : '');
}

function versionOf(name: string): string {
  const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function said(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
