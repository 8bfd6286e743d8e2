import type { Explanation } from '#src/http/schemas/explanation.ts';
import { table } from './output.ts';

type Line = Explanation['lines'][number];
type Reason = Explanation['reasons'][number];
type Step = Line['steps'][number];

/** A decision for people: for each line its steps, what each moved, looked at and rests on. */
export function explanationText(explanation: Explanation): string {
  const { id, number, revision, outcome, totals, reasons, lines } = explanation;
  return [
    `Care sheet ${id} (${number}), revision ${revision}: ${outcome}`,
    amountsText(totals),
    ...reasons.map(reasonText),
    ...lines.map(lineText),
  ].join('\n');
}

function lineText(line: Line): string {
  const under = line.ruleset === null ? '' : `, under ${line.ruleset}`;
  return [
    `\nLine ${line.number}, ${line.code}: ${line.outcome}${under}`,
    table(['step', 'rule', 'row', 'moved', 'amount'], line.steps.flatMap(stepRows)),
    ...line.steps.flatMap(noteText),
    amountsText(line.amounts),
    ...line.reasons.map(reasonText),
  ].join('\n');
}

/** One row for each movement, and one for a step that only looked. */
function stepRows({ rule, row, movements }: Step, index: number): (string | number)[][] {
  const [first, ...rest] = movements;
  const moved = (movement: typeof first) =>
    movement === undefined ? ['', ''] : [`${movement.from} → ${movement.to}`, movement.amount];
  return [
    [index + 1, rule, row ?? '', ...moved(first)],
    ...rest.map((movement) => ['', '', '', ...moved(movement)]),
  ];
}

/** What a step looked at, and the source of its row; empty facts say nothing. */
function noteText({ looked, source }: Step, index: number): string[] {
  const facts = Object.entries(looked).flatMap(([name, value]) =>
    value === '' ? [] : [`${name} ${value}`],
  );
  const parts = [...(facts.length > 0 ? [facts.join(', ')] : []), ...(source ? [source] : [])];
  return parts.length === 0 ? [] : [`  ${index + 1}  ${parts.join('; ')}`];
}

function amountsText(amounts: Explanation['totals']): string {
  if (amounts === null) return 'Amounts are open: a line could not be priced yet.';
  const { submitted, benefit, copay, overCap, excess, disallowed } = amounts;
  return (
    `submitted ${submitted} = benefit ${benefit} + copay ${copay} + over cap ${overCap} ` +
    `+ excess ${excess} + disallowed ${disallowed}`
  );
}

function reasonText({ code, provider, remedy }: Reason): string {
  return `  ${code}: ${provider}\n    ${remedy}`;
}
