import { Citation, type Form, type Looked } from '../../decision/citation.ts';
import type {
  DecidedOutcome,
  DecisionContent,
  LineDecision,
  Payee,
} from '../../decision/decision.ts';
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

/**
 * The outcome in a stored decision that was parsed, of either form: for whoever holds many against
 * others.
 */
export function decodeOutcome(content: EncodedDecision | DecidedOutcome): DecidedOutcome {
  if (!isEncoded(content)) return content;
  const lines = content[4].map((line) => ({
    number: line[0],
    outcome: line[2],
    amounts: decodeAmounts(line[5]),
    reasons: line[6].map(decodeReason),
  }));
  return { outcome: content[5], reasons: content[11].map(decodeReason), lines };
}

function isEncoded(content: EncodedDecision | DecidedOutcome): content is EncodedDecision {
  return Array.isArray(content);
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

/** JSON as `encodeDecision` writes it. */
export type EncodedDecision = [
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

function decodeCitation(citation: EncodedCitation, shapes: readonly EncodedShape[]): Citation {
  const shape = shapes[citation[0]];
  if (shape === undefined) throw new RangeError('a stored citation has no shape');
  const rule = shape[0];
  const source = shape[1];
  const names = shape[2];
  const moves: Move[] = [];
  for (let place = FIRST_MOVE; place < shape.length; place += 1) {
    moves.push(decodeMove(shape[place] as string));
  }
  const looked = names && decodeLooked(names, citation);
  return new Citation({ rule, row: citation[1], source, looked, moves });
}

const FIRST_MOVE = 3;
const FIRST_TEXT = 2;

/** Read by index: whoever lists sheets reads many decisions, and lists taken apart cost most. */
function decodeLooked(names: readonly string[], citation: EncodedCitation): Looked {
  const looked: Record<string, Looked[string]> = {};
  let next = FIRST_TEXT;
  for (const written of names) {
    const colon = written.indexOf(':');
    if (colon === -1) {
      looked[written] = (citation[next] as string | undefined) ?? '';
      next += 1;
    } else looked[written.slice(0, colon)] = [written.slice(colon + 1) as Form];
  }
  return looked;
}

function decodeMove(text: string): Move {
  const [from, to] = text.split('>') as [Move['from'], Move['to']];
  return { from, to };
}

function decodeLine(encoded: EncodedLine, { cited, rulesets, ofSheet }: Known): LineDecision {
  const ruleset = encoded[1];
  const reasons = encoded[6].map(decodeReason);
  const told = reasons.length === 0 ? ofSheet : [...reasons, ...ofSheet];
  const steps: StepRecord[] = [];
  for (let place = FIRST_STEP; place < encoded.length; place += 1) {
    steps.push(decodeStep(encoded[place] as EncodedStep, cited, told));
  }
  return {
    amounts: decodeAmounts(encoded[5]),
    number: encoded[0],
    outcome: encoded[2],
    reasons,
    ruleset: ruleset === null ? null : (rulesets[ruleset] ?? null),
    steps,
    tariff: encoded[3],
    unitsAllowed: encoded[4],
  };
}

const FIRST_STEP = 7;

function decodeStep(
  step: EncodedStep,
  cited: readonly Citation[],
  told: readonly Reason[],
): StepRecord {
  const citation = cited[step[0]];
  if (citation === undefined) throw new RangeError('a stored step cites nothing');
  const reason = step[2];
  return {
    cited: citation,
    figures: step[1] ?? NO_FIGURES,
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
