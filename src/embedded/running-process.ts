import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether the process of that id is alive and names the folder in its command line, as both our
 * servers do with theirs. An id in a file left by a crash may be somebody else's by now.
 */
export function runsWith(pid: number, folder: string): boolean {
  return Number.isSafeInteger(pid) && pid > 0 && commandLine(pid).includes(folder);
}

function commandLine(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
