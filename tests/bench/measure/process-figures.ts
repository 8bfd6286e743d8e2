import { readFileSync } from 'node:fs';

/** Ticks of `/proc/<pid>/stat` in a second: 100 on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

/** CPU seconds of a process and of children that have ended; 0 where there is no /proc. */
export function cpuSeconds(pid: number): number {
  return statOf(pid)
    .slice(0, 4)
    .reduce((sum, ticks) => sum + ticks / TICKS_A_SECOND, 0);
}

/** The same of a process and its living children: a Postgres with its backends. */
export function cpuSecondsOfTree(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + cpuSeconds(each), 0);
}

/** The most memory that a process ever held, in MB. */
export function peakMegabytes(pid: number): number {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(peak ?? 0) / 1024;
}

/** utime, stime, cutime and cstime; the name before them may hold spaces and brackets. */
function statOf(pid: number): number[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
}

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** A process that has just ended has no figures any more. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
