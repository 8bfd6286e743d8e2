import type { InvariantResult } from '#db/invariants/run-invariants.ts';
import type { OutcomeSummary } from '#db/reads/decision-summary.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { table } from '#src/cli/output.ts';
import type { SettledBatch } from './settle-funds.ts';

/** All that a demo found; amounts of summaries in centimes, of batches as "150.00". */
export interface DemoReport {
  readonly sheets: number;
  readonly accepted: number;
  /** Sheets that the API refused as unreadable or wrong, by status. */
  readonly refused: Readonly<Record<string, number>>;
  readonly seconds: { readonly sending: number; readonly deciding: number };
  readonly outcomes: readonly OutcomeSummary[];
  readonly reasons: readonly { reason: string; sheets: number }[];
  readonly batches: readonly SettledBatch[];
  readonly invariants: readonly InvariantResult[];
  readonly replayed: { readonly decisions: number; readonly different: number };
  /** The explanation of one sheet, as text. */
  readonly explained: string;
  readonly holds: boolean;
}

/** The report as people read it. */
export function reportText(report: DemoReport): string {
  return [
    rates(report),
    section('Outcomes by fund', outcomes(report)),
    section('Most frequent reasons', reasons(report)),
    section('One decision, explained', report.explained),
    section('Settlement', settlement(report)),
    section('Invariants over all that was written', invariants(report)),
  ].join('\n\n');
}

function section(title: string, body: string): string {
  return `${title}\n${'-'.repeat(title.length)}\n${body}`;
}

function rates({ accepted, seconds }: DemoReport): string {
  const decided = seconds.sending + seconds.deciding;
  const rate = (time: number) => Math.round(accepted / Math.max(time, 0.001));
  return (
    `${accepted} care sheets accepted in ${seconds.sending.toFixed(1)} s ` +
    `(${rate(seconds.sending)} a second), all decided after ${decided.toFixed(1)} s ` +
    `(${rate(decided)} a second)`
  );
}

function outcomes({ outcomes: rows }: DemoReport): string {
  return table(
    ['fund', 'outcome', 'sheets', 'submitted MAD', 'benefit MAD'],
    rows.map((row) => [
      row.fund,
      row.outcome,
      row.sheets,
      formatAmount(row.submitted),
      formatAmount(row.benefit),
    ]),
  );
}

function reasons({ reasons: rows }: DemoReport): string {
  return table(
    ['reason', 'sheets'],
    rows.map(({ reason, sheets }) => [reason, sheets]),
  );
}

function settlement({ batches }: DemoReport): string {
  const rows = batches.map(({ fund, number, entries, payments, held, totals }) => [
    `${fund} ${number}`,
    entries,
    payments,
    held,
    totals.submitted,
    totals.benefit,
  ]);
  const files = batches.map(
    ({ fund, number, bordereau }) =>
      `Bordereau ${fund} ${number}, paid:\n  ${bordereau.slice(0, 3).join('\n  ')}\n  ...\n  ` +
      `${bordereau.at(-1)}`,
  );
  const head = ['batch', 'sheets', 'payments', 'held', 'submitted MAD', 'benefit MAD'];
  return [table(head, rows), ...files].join('\n\n');
}

function invariants({ invariants: results, replayed, holds }: DemoReport): string {
  const violated = results.filter(({ violations }) => violations > 0);
  const headings = [...new Set(results.map(({ heading }) => heading))];
  const lines = headings.map((heading) => {
    const own = results.filter((result) => result.heading === heading);
    const found = own.reduce((sum, { violations }) => sum + violations, 0);
    return [heading, own.length, found];
  });
  const replay =
    `${replayed.decisions} decisions replayed from the record, ` +
    `${replayed.different} differ from what was written`;
  const verdict = holds ? 'Everything holds.' : 'VIOLATED:';
  const named = violated.map(({ name, violations }) => `  ${name}: ${violations}`);
  return [table(['invariants', 'checked', 'violations'], lines), replay, verdict, ...named].join(
    '\n',
  );
}
