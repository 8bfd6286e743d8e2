import type { CaseLine, GoldenCase } from '../coverage/golden-case.ts';
import type { Decision, LineDecision } from '../decision/decision.ts';
import { centimes, formatAmount } from '../money/centimes.ts';
import type { CaseDifference } from './cases-report.ts';

const AMOUNTS = ['benefit', 'copay', 'overCap', 'excess', 'disallowed'] as const;

/** Where a decision is not what a case expects; pointers start at the case. */
export function compareCase(golden: GoldenCase, decision: Decision): readonly CaseDifference[] {
  const lines = golden.lines.flatMap((line, index) => {
    const decided = decision.lines[index];
    return decided === undefined ? [] : compareLine(line, decided);
  });
  return [...compareSheet(golden, decision), ...lines];
}

function compareSheet(golden: GoldenCase, decision: Decision): CaseDifference[] {
  const { outcome = outcomeOf(golden), reasons = [], fund, payee } = golden.expect ?? {};
  const differences = differencesAt('/expect', null);
  differences.note('outcome', outcome, decision.outcome);
  differences.note('reasons', listOf(reasons), listOf(decision.reasons.map(({ code }) => code)));
  if (fund !== undefined) differences.note('fund', fund, decision.fund);
  if (payee !== undefined) differences.note('payee', payee, decision.payee.kind);
  return differences.found;
}

function compareLine({ expect }: CaseLine, line: LineDecision): CaseDifference[] {
  const { outcome = 'approved', priced = true, reasons = [] } = expect;
  const { amounts, number } = line;
  const differences = differencesAt(`/lines/${number - 1}/expect`, number);
  differences.note('outcome', outcome, line.outcome);
  differences.note('priced', String(priced), String(amounts !== null));
  for (const heading of amounts === null || !priced ? [] : AMOUNTS) {
    const expected = formatAmount(centimes(expect[heading] ?? '0.00'));
    differences.note(heading, expected, formatAmount(amounts?.[heading] ?? 0));
  }
  differences.note('reasons', listOf(reasons), listOf(line.reasons.map(({ code }) => code)));
  return differences.found;
}

/** The outcome of a sheet that nothing but its lines decides. */
function outcomeOf({ lines }: GoldenCase): Decision['outcome'] {
  const outcomes = lines.map(({ expect }) => expect.outcome ?? 'approved');
  if (outcomes.every((outcome) => outcome === 'denied')) return 'rejected';
  if (outcomes.includes('pended')) return 'pended';
  return outcomes.every((outcome) => outcome === 'approved') ? 'approved' : 'partial';
}

/** In one order, each once: a case states its reasons in any order. */
function listOf(codes: readonly string[]): string {
  return [...new Set(codes)].sort().join(', ');
}

function differencesAt(pointer: string, line: number | null) {
  const found: CaseDifference[] = [];
  return {
    found,
    note(heading: CaseDifference['heading'], expected: string, actual: string): void {
      if (expected === actual) return;
      found.push({ pointer: `${pointer}/${heading}`, line, heading, expected, actual });
    },
  };
}
