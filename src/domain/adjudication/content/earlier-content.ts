import { Citation } from '../../decision/citation.ts';
import type { Decision, DecisionContent, LineDecision } from '../../decision/decision.ts';
import type { Reason } from '../../decision/reason.ts';
import type { Step, StepRecord } from '../../decision/step.ts';
import { tellStep } from '../../decision/tell-step.ts';
import { canonicalJson } from '../canonical-json.ts';
import type {
  EncodedGrounds,
  EncodedInOne,
  EncodedLine,
  EncodedOutcome,
  EncodedStep,
} from './encoded-decision.ts';

/** As decisions were stored at first: canonical JSON of all of it, with steps as they are read. */
type EarlierDecision = Omit<Decision, 'lines'> & {
  readonly lines: readonly (Omit<LineDecision, 'steps'> & { readonly steps: readonly Step[] })[];
};

export function decodeEarlier(content: string): DecisionContent {
  const {
    history: _history,
    consumptions: _consumptions,
    ...decision
  } = JSON.parse(content) as EarlierDecision;
  const { reasons } = decision;
  const lines = decision.lines.map((line) => ({
    ...line,
    steps: line.steps.map((step) => toRecord(step, [...line.reasons, ...reasons])),
  }));
  return { ...decision, lines };
}

/** The text that would have been stored at first, so that what was can be compared with it. */
export function encodeEarlier(decision: Decision): string {
  const lines = decision.lines.map((line) => ({ ...line, steps: line.steps.map(tellStep) }));
  return canonicalJson({ ...decision, lines } satisfies EarlierDecision);
}

function toRecord({ movements = [], reason, ...cited }: Step, told: readonly Reason[]): StepRecord {
  return {
    cited: new Citation({ ...cited, moves: movements.map(({ from, to }) => ({ from, to })) }),
    figures: movements.map(({ amount }) => amount),
    reason: told.find(({ code }) => code === reason) ?? null,
  };
}

const MEMBERS_OF_LINE = 7;

/** What was stored as one list after that, as `encodeDecision` writes it now. */
export function inTwoLines(content: string): string {
  const [, shapes, citations, rulesets, lines, outcome, fund, scheme, kind, key, totals, reasons] =
    JSON.parse(content) as EncodedInOne;
  const decided = lines.map((line) => line.slice(0, MEMBERS_OF_LINE) as EncodedLine);
  const steps = lines.map((line) => line.slice(MEMBERS_OF_LINE) as EncodedStep[]);
  const first: EncodedOutcome = [3, outcome, reasons, rulesets, decided, totals];
  const grounds: EncodedGrounds = [shapes, citations, fund, scheme, kind, key, ...steps];
  return `${JSON.stringify(first)}\n${JSON.stringify(grounds)}`;
}
