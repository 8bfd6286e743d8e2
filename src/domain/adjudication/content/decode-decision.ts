import { Citation, type Form, type Looked } from '../../decision/citation.ts';
import type { DecisionContent, LineDecision, Payee } from '../../decision/decision.ts';
import type { Move } from '../../decision/move.ts';
import type { Reason } from '../../decision/reason.ts';
import { type Figures, NO_FIGURES, type StepRecord } from '../../decision/step.ts';
import type { Amounts } from '../../money/amounts.ts';
import { decodeEarlier } from './earlier-content.ts';

/** Reads what `encodeDecision` wrote, and the JSON objects that were stored before it. */
export function decodeDecision(content: string): DecisionContent {
  if (content.startsWith('{')) return decodeEarlier(content);
  const [, shapes, citations, rulesets, lines, outcome, fund, scheme, kind, key, totals, reasons] =
    JSON.parse(content) as EncodedDecision;
  const ofSheet = reasons.map(decodeReason);
  const cited = citations.map((citation) => decodeCitation(citation, shapes));
  return {
    fund,
    lines: lines.map((line) => decodeLine(line, { cited, rulesets, ofSheet })),
    outcome,
    payee: { key, kind },
    reasons: ofSheet,
    scheme,
    totals: decodeAmounts(totals),
  };
}

type EncodedShape = [
  rule: string,
  source: string | null,
  looked: string[] | null,
  ...moves: string[],
];

type EncodedCitation = [shape: number, row: string | null, ...texts: string[]];

type EncodedStep = [citation: number, figures?: Figures, reason?: number];

type EncodedAmounts = [number, number, number, number, number, number, number] | null;

type EncodedReason = [code: string, facts: Reason['facts']];

type EncodedLine = [
  number: number,
  ruleset: number | null,
  outcome: LineDecision['outcome'],
  tariff: number | null,
  unitsAllowed: number,
  amounts: EncodedAmounts,
  reasons: EncodedReason[],
  ...steps: EncodedStep[],
];

type EncodedDecision = [
  form: 2,
  shapes: EncodedShape[],
  citations: EncodedCitation[],
  rulesets: string[],
  lines: EncodedLine[],
  outcome: DecisionContent['outcome'],
  fund: string,
  scheme: string | null,
  payeeKind: Payee['kind'],
  payeeKey: string,
  totals: EncodedAmounts,
  reasons: EncodedReason[],
];

interface Known {
  readonly cited: readonly Citation[];
  readonly rulesets: readonly string[];
  readonly ofSheet: readonly Reason[];
}

function decodeCitation(
  [place, row, ...texts]: EncodedCitation,
  shapes: readonly EncodedShape[],
): Citation {
  const shape = shapes[place];
  if (shape === undefined) throw new RangeError('a stored citation has no shape');
  const [rule, source, names, ...moves] = shape;
  const looked = names && decodeLooked(names, texts);
  return new Citation({ rule, row, source, looked, moves: moves.map(decodeMove) });
}

function decodeLooked(names: readonly string[], texts: readonly string[]): Looked {
  let next = 0;
  const looked = names.map((written): [string, Looked[string]] => {
    const [name = '', form] = written.split(':') as [string, Form?];
    if (form !== undefined) return [name, [form]];
    next += 1;
    return [name, texts[next - 1] ?? ''];
  });
  return Object.fromEntries(looked);
}

function decodeMove(text: string): Move {
  const [from, to] = text.split('>') as [Move['from'], Move['to']];
  return { from, to };
}

function decodeLine(encoded: EncodedLine, { cited, rulesets, ofSheet }: Known): LineDecision {
  const [number, ruleset, outcome, tariff, unitsAllowed, amounts, given, ...steps] = encoded;
  const reasons = given.map(decodeReason);
  const told = [...reasons, ...ofSheet];
  return {
    amounts: decodeAmounts(amounts),
    number,
    outcome,
    reasons,
    ruleset: ruleset === null ? null : (rulesets[ruleset] ?? null),
    steps: steps.map((step) => decodeStep(step, cited, told)),
    tariff,
    unitsAllowed,
  };
}

function decodeStep(
  [place, figures = NO_FIGURES, reason]: EncodedStep,
  cited: readonly Citation[],
  told: readonly Reason[],
): StepRecord {
  const citation = cited[place];
  if (citation === undefined) throw new RangeError('a stored step cites nothing');
  return {
    cited: citation,
    figures,
    reason: reason === undefined ? null : (told[reason] ?? null),
  };
}

function decodeAmounts(encoded: EncodedAmounts): Amounts | null {
  if (encoded === null) return null;
  const [submitted, eligible, benefit, copay, overCap, excess, disallowed] = encoded;
  return { benefit, copay, disallowed, eligible, excess, overCap, submitted };
}

function decodeReason([code, facts]: EncodedReason): Reason {
  return { code, facts };
}
