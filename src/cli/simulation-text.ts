import type { SimulationReport } from '#domain/simulation/report.ts';
import { table } from './output.ts';

/** What the CLI reads of a simulation as the API gives it. */
export interface Simulation {
  readonly id: number;
  readonly status: 'planning' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly ruleset: { readonly code: string; readonly version: number };
  readonly period: { readonly from: string; readonly to: string };
  readonly file: number | null;
  readonly progress: { readonly sheets: number | null; readonly done: number };
  readonly report?: SimulationReport | null;
  readonly reportHash?: string | null;
  readonly links: { readonly self: string; readonly changes: string };
}

export function progressText({ id, file, progress: { sheets, done } }: Simulation): string {
  if (sheets === null) {
    return `simulation ${id}: reading the ${file === null ? 'period' : 'file'} ...`;
  }
  const share = sheets === 0 ? 100 : Math.floor((100 * done) / sheets);
  return `simulation ${id}: ${done} of ${sheets} sheets, ${share} %`;
}

/** The report for people: cost, who gains and loses, and what needs looking at. */
export function simulationText(simulation: Simulation): string {
  const { id, status, report, ruleset, period, links } = simulation;
  if (report === null || report === undefined) return `simulation ${id} is ${status}`;
  const version = ruleset.version === 0 ? 'a document' : `version ${ruleset.version}`;
  const { simulated, changed, failed } = report.sheets;
  const parts = [
    `Simulation ${id}: ${ruleset.code}, ${version}, in force from ${period.from} to ${period.to}`,
    `${simulated} sheets, ${changed} change${leftOutText(report)}`,
    ...(failed === 0 ? [] : [`${failed} sheets could not be decided at all`]),
    costTable(
      'fund',
      report.byFund.map(({ fund, ...tally }) => [fund, tally]),
    ),
    costTable(
      'category',
      report.byCategory.map(({ category, ...tally }) => [category, tally]),
    ),
    costTable(
      'reason',
      report.byReason.map(({ reason, ...tally }) => [reason, tally]),
    ),
    outcomesTable(report),
    moversTable(report),
    ...undecidableText(report),
    ...lateText(report),
    `Every sheet that changes: ${links.changes}`,
    `SHA-256 of the report: ${simulation.reportHash}`,
  ];
  return parts.join('\n\n');
}

function leftOutText({ leftOut }: SimulationReport): string {
  const others = Object.entries(leftOut).map(([status, count]) => `${count} ${status}`);
  return others.length === 0 ? '' : ` (left out: ${others.join(', ')})`;
}

interface Side {
  readonly benefit: string;
  readonly pended: number;
  readonly sheets?: number;
  readonly lines?: number;
}

function costTable(
  name: string,
  rows: readonly (readonly [
    string,
    { readonly before: Side; readonly after: Side; readonly difference: string },
  ])[],
): string {
  return table(
    [name, 'before', 'benefit', 'after', 'benefit', 'difference'],
    rows.map(([key, { before, after, difference }]) => [
      key,
      ...[before.sheets ?? before.lines, before.benefit],
      ...[after.sheets ?? after.lines, after.benefit, difference],
    ]),
  );
}

function outcomesTable({ outcomes }: SimulationReport): string {
  return table(
    ['outcome before', 'after', 'sheets', 'difference'],
    outcomes.map(({ before, after, sheets, difference }) => [before, after, sheets, difference]),
  );
}

const SHOWN = 5;

function moversTable({ careSheets, insured, providers }: SimulationReport): string {
  const rows = Object.entries({ 'care sheet': careSheets, insured, provider: providers }).flatMap(
    ([name, movers]) =>
      (['lose', 'gain'] as const).map((way) => {
        const { count, difference, first } = movers[way];
        const worst = first.slice(0, SHOWN).map((one) => Object.values(one).join(' '));
        return [name, way, count, difference, worst.join(', ')];
      }),
  );
  return table(['who', '', 'how many', 'difference', 'most'], rows);
}

/** What is no effect of the rules, so that an author does not take it for one. */
function lateText({ lateArrivals: { sheets, difference } }: SimulationReport): string[] {
  if (sheets === 0) return [];
  const why = 'late arrivals, which a simulation decides in the order of care';
  return [`${sheets} sheets would change under the rules in force too, by ${difference}: ${why}`];
}

function undecidableText({ undecidable: { sheets, reasons } }: SimulationReport): string[] {
  if (sheets === 0) return [];
  const why = reasons.map((one) => `${one.reason} (${one.sheets})`).join(', ');
  return [`${sheets} sheets that are decided would wait for a person: ${why}`];
}
