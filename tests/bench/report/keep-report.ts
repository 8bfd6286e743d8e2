import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine } from '../measure/machine.ts';
import type { BenchOptions } from '../options.ts';
import type { SectionReport } from './report-text.ts';

export interface Report {
  readonly machine: Machine;
  readonly options: BenchOptions;
  readonly sections: readonly SectionReport[];
  readonly violations: readonly string[];
}

const folder = fileURLToPath(new URL('../../../.tasfiya/bench/', import.meta.url));

/** Writes a report as JSON beside earlier ones, and gives its path. */
export function keepReport(report: Report): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.machine.at?.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  return file;
}
