import type { CareSheetRecord, DecisionRecord } from '#db/reads/care-sheet.ts';
import { replaySteps } from '#domain/adjudication/replay-steps.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Heading, Step } from '#domain/decision/step.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { toAmounts } from '../schemas/amounts.ts';
import { type Explanation, HEADINGS } from '../schemas/explanation.ts';
import { toReason } from '../schemas/reason.ts';

/** Why a decision is what it is, in the language of the caller. */
export function presentExplanation(
  record: CareSheetRecord,
  decision: DecisionRecord,
  language: Language,
): Explanation {
  const { content, revision } = decision;
  const declared = new Map(record.sheet.lines.map((line) => [line.number, line]));
  return {
    id: record.id,
    number: record.sheet.number,
    revision,
    outcome: content.outcome,
    totals: content.totals === null ? null : toAmounts(content.totals),
    reasons: content.reasons.map((reason) => toReason(reason, language)),
    lines: content.lines.map((line) => explainLine(line, declared.get(line.number), language)),
  };
}

function explainLine(
  line: LineDecision,
  declared: LineItem | undefined,
  language: Language,
): Explanation['lines'][number] {
  return {
    number: line.number,
    code: declared?.code ?? '',
    outcome: line.outcome,
    ruleset: line.ruleset,
    amounts: line.amounts === null ? null : toAmounts(line.amounts),
    reasons: line.reasons.map((reason) => toReason(reason, language)),
    steps: line.steps.map(presentStep),
    waterfall: declared === undefined ? [] : toWaterfall(line.steps, declared),
  };
}

function presentStep(step: Step): Explanation['lines'][number]['steps'][number] {
  const movements = step.movements ?? [];
  return {
    rule: step.rule,
    row: step.row ?? null,
    source: step.source ?? null,
    looked: { ...step.looked },
    movements: movements.map(({ from, to, amount }) => ({
      from,
      to,
      amount: formatAmount(amount),
    })),
    reason: step.reason ?? null,
  };
}

/** What stands under each heading at first, and after each step that moved something. */
function toWaterfall(
  steps: readonly Step[],
  { quantity, unitPrice }: LineItem,
): Explanation['lines'][number]['waterfall'] {
  const level = (rule: string, done: readonly Step[]) => {
    const left = replaySteps(quantity * unitPrice, done);
    const amounts = HEADINGS.map((heading) => [heading, formatAmount(left[heading])] as const);
    return { rule, ...(Object.fromEntries(amounts) as Record<Heading, string>) };
  };
  const levels = steps.flatMap(({ rule, movements = [] }, index) =>
    movements.length === 0 ? [] : [level(rule, steps.slice(0, index + 1))],
  );
  return [level('submitted', []), ...levels];
}
