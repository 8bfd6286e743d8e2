import Table from 'cli-table3';
import type { Machine } from '../measure/machine.ts';
import { spread } from '../measure/spread.ts';
import type { Figure } from '../section.ts';
import { isReached, targetText } from '../targets.ts';

/** The figures of one section. */
export interface SectionReport {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  readonly figures: readonly Figure[];
  /** Why there are no figures; undefined when there are. */
  readonly fault: string | undefined;
}

export function machineText(machine: Machine): string {
  const width = Math.max(...Object.keys(machine).map((key) => key.length));
  return Object.entries(machine)
    .map(([key, value]) => `${key.padEnd(width)}  ${value}`)
    .join('\n');
}

export function sectionText(report: SectionReport): string {
  const { name, title, seconds, figures, fault } = report;
  const head = `\n${name}: ${title} (${seconds.toFixed(0)} s)`;
  if (fault !== undefined) return `${head}\nNOT MEASURED: ${fault}`;
  const table = new Table({
    head: ['what', 'median', 'min .. max', 'unit', 'target', ''],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const figure of figures) table.push(rowOf(figure));
  return `${head}\n${table.toString()}`;
}

function rowOf({ name, unit, values, target }: Figure): string[] {
  const { median, min, max } = spread(values);
  const range = values.length > 1 ? `${numberText(min)} .. ${numberText(max)}` : '';
  const row = [name, numberText(median), range, unit];
  if (target === undefined) return [...row, '', ''];
  return [...row, targetText(target), isReached(target, median) ? 'reached' : 'MISSED'];
}

/** Three digits that matter, and whole numbers from a hundred upwards. */
function numberText(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value === 0 ? '0' : String(Number(value.toPrecision(3)));
}
