import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Explanation } from '#src/http/schemas/explanation.ts';
import {
  EXPLANATION_WORDS,
  HEADING_WORDS,
  OUTCOME_WORDS,
} from '#src/http/words/explanation-words.ts';
import { factLabel } from '#src/http/words/fact-labels.ts';
import { table } from './output.ts';

type Line = Explanation['lines'][number];
type Reason = Explanation['reasons'][number];
type Step = Line['steps'][number];
type Heading = keyof typeof HEADING_WORDS;

const HEADINGS = Object.keys(HEADING_WORDS) as Heading[];

/** A decision for people: each line as a waterfall, and what each of its steps rests on. */
export function explanationText(explanation: Explanation): string {
  const { id, number, revision, outcome, totals, reasons, lines, language } = explanation;
  const words = EXPLANATION_WORDS[language];
  return [
    `${words.sheet} ${id} (${number}), ${words.revision} ${revision}: ${told(outcome, language)}`,
    amountsText(totals, language),
    ...reasons.map(reasonText),
    ...lines.map((line) => lineText(line, language)),
  ].join('\n');
}

function told(outcome: string, language: Language): string {
  return OUTCOME_WORDS[outcome]?.[language] ?? outcome;
}

function lineText(line: Line, language: Language): string {
  const { number, code, date, outcome, ruleset } = line;
  const words = EXPLANATION_WORDS[language];
  const under =
    ruleset === null ? '' : `, ${words.under} ${ruleset.id} (${words.since} ${ruleset.from})`;
  const { rule, moved, amount } = words;
  const headings = HEADINGS.map((heading) => HEADING_WORDS[heading][language]);
  const start = ['', '', '', '', ...balanceCells(line.start)];
  const steps = line.steps.flatMap((step, index) => stepRows(step, { index, language }));
  return [
    `\n${words.line} ${number}, ${code}, ${date}: ${told(outcome, language)}${under}`,
    table(['#', rule, moved, amount, ...headings], [start, ...steps]),
    ...line.steps.flatMap((step, index) => noteText(step, { index, language })),
    amountsText(line.amounts, language),
    ...line.reasons.map(reasonText),
  ].join('\n');
}

interface Place {
  readonly index: number;
  readonly language: Language;
}

/** One row for each movement; what stands under each heading is told with the last of them. */
function stepRows({ title, movements, balance }: Step, { index, language }: Place) {
  const word = (heading: Heading) => HEADING_WORDS[heading][language];
  const moves = movements.map(({ from, to, amount }) => [`${word(from)} → ${word(to)}`, amount]);
  const rows = moves.length === 0 ? [['', '']] : moves;
  return rows.map((moved, turn) => [
    ...(turn === 0 ? [index + 1, title] : ['', '']),
    ...moved,
    ...(turn === rows.length - 1 ? balanceCells(balance) : HEADINGS.map(() => '')),
  ]);
}

/** Facts that come after all others, as what follows comes after what was before. */
const ENDS: ReadonlySet<string> = new Set(['after', 'to']);

function balanceCells(balance: Line['start']): string[] {
  return HEADINGS.map((heading) => (balance[heading] === '0.00' ? '-' : balance[heading]));
}

/** The row of a step, what it looked at, and where they come from; empty facts say nothing. */
function noteText({ row, looked, source, reference }: Step, { index, language }: Place): string[] {
  const facts = Object.entries(looked)
    .sort(([a], [b]) => Number(ENDS.has(a)) - Number(ENDS.has(b)))
    .flatMap(([name, value]) => (value === '' ? [] : [`${factLabel(name, language)} ${value}`]));
  const parts = [row ?? '', facts.join(', '), source ?? reference ?? ''];
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? [] : [`  ${index + 1}  ${text}`];
}

function amountsText(amounts: Explanation['totals'], language: Language): string {
  if (amounts === null) return EXPLANATION_WORDS[language].open;
  const [first, ...others] = HEADINGS.map(
    (heading) => `${HEADING_WORDS[heading][language]} ${amounts[heading]}`,
  );
  return `${first} = ${others.join(' + ')}`;
}

function reasonText({ code, provider, remedy }: Reason): string {
  return `  ${code}: ${provider}\n    ${remedy}`;
}
