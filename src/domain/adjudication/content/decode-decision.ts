import { Citation, type Form, type Looked } from '../../decision/citation.ts';
import type { DecidedOutcome, DecisionContent, LineDecision } from '../../decision/decision.ts';
import type { Move } from '../../decision/move.ts';
import type { Reason } from '../../decision/reason.ts';
import { NO_FIGURES, type StepRecord } from '../../decision/step.ts';
import type { Amounts } from '../../money/amounts.ts';
import { decodeEarlier, inTwoLines } from './earlier-content.ts';
import type {
  EncodedAmounts,
  EncodedCitation,
  EncodedGrounds,
  EncodedInOne,
  EncodedLine,
  EncodedLineInOne,
  EncodedOutcome,
  EncodedReason,
  EncodedShape,
  EncodedStep,
} from './encoded-decision.ts';

/** Reads what `encodeDecision` wrote, and the forms that were stored before it. */
export function decodeDecision(content: string): DecisionContent {
  if (content.startsWith('{')) return decodeEarlier(content);
  if (content.startsWith('[2')) return decodeDecision(inTwoLines(content));
  const end = content.indexOf('\n');
  const [, outcome, reasons, rulesets, decided, totals] = JSON.parse(
    content.slice(0, end),
  ) as EncodedOutcome;
  const grounds = JSON.parse(content.slice(end + 1)) as EncodedGrounds;
  const [shapes, citations, fund, scheme, kind, key] = grounds;
  const ofSheet = reasons.map(decodeReason);
  const cited = citations.map((citation) => decodeCitation(citation, shapes));
  const lines = decided.map((line, index) => {
    const steps = grounds[FIRST_STEPS + index] as EncodedStep[];
    return decodeLine(line, steps, { cited, rulesets, ofSheet });
  });
  const payee = { key, kind };
  return { fund, lines, outcome, payee, reasons: ofSheet, scheme, totals: decodeAmounts(totals) };
}

/** The first line of a stored decision, parsed; of one that was stored before, all of it. */
export type StoredOutcome = EncodedOutcome | EncodedInOne | DecidedOutcome;

/** The outcome in the first line of a stored decision: for whoever holds many against others. */
export function decodeOutcome(stored: StoredOutcome): DecidedOutcome {
  if (!isEncoded(stored)) return stored;
  const [outcome, reasons] =
    stored[0] === 2 ? [stored[5], stored[11]] : ([stored[1], stored[2]] as const);
  const lines: readonly (EncodedLine | EncodedLineInOne)[] = stored[4];
  return { outcome, reasons: reasons.map(decodeReason), lines: lines.map(decodeDecided) };
}

function isEncoded(stored: StoredOutcome): stored is EncodedOutcome | EncodedInOne {
  return Array.isArray(stored);
}

function decodeDecided(line: EncodedLine | EncodedLineInOne): DecidedOutcome['lines'][number] {
  return {
    number: line[0],
    outcome: line[2],
    amounts: decodeAmounts(line[5]),
    reasons: line[6].map(decodeReason),
  };
}

const FIRST_STEPS = 6;

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

function decodeLine(
  encoded: EncodedLine,
  encodedSteps: readonly EncodedStep[],
  { cited, rulesets, ofSheet }: Known,
): LineDecision {
  const ruleset = encoded[1];
  const reasons = encoded[6].map(decodeReason);
  const told = reasons.length === 0 ? ofSheet : [...reasons, ...ofSheet];
  return {
    amounts: decodeAmounts(encoded[5]),
    number: encoded[0],
    outcome: encoded[2],
    reasons,
    ruleset: ruleset === null ? null : (rulesets[ruleset] ?? null),
    steps: encodedSteps.map((step) => decodeStep(step, cited, told)),
    tariff: encoded[3],
    unitsAllowed: encoded[4],
  };
}

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
