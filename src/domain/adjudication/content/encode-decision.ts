import type { Citation } from '../../decision/citation.ts';
import type { DecisionContent, LineDecision } from '../../decision/decision.ts';
import type { Reason } from '../../decision/reason.ts';
import type { Amounts } from '../../money/amounts.ts';

/**
 * A decision as it is stored: two lines of JSON that need nothing else to be read. The first is
 * what was decided, for whoever holds many against others or lists them; the second is on what
 * grounds. What steps have in common stands once, with the names and forms of the figures that
 * they hold; amounts are centimes.
 *
 *     [3, outcome, reasons, rulesets, lines, totals]
 *     line:     [number, its ruleset, outcome, tariff, units, amounts, reasons]
 *     amounts:  [submitted, eligible, benefit, copay, overCap, excess, disallowed]
 *
 *     [shapes, citations, fund, scheme, payee's kind, payee's key, [step of line, ...], ...]
 *     shape:    [rule, source, [name of a text or "name:form", ...], "from>to", ...]
 *     citation: [its shape, row, text, ...]
 *     step:     [its citation, [figure looked at, ..., amount moved, ...], its reason]
 *
 * "Its" is a place, from 0; the reasons of a line come before those of the sheet. Equal decisions
 * are equal texts.
 */
export function encodeDecision(decision: DecisionContent): string {
  const { lines, outcome, fund, scheme, payee, totals, reasons } = decision;
  const rulesets: string[] = [];
  const known: Known = { citations: [], shapes: [], shapeOf: [] };
  const decided: unknown[] = [];
  const grounds: unknown[] = [fund, scheme, payee.kind, payee.key];
  for (const line of lines) {
    decided.push(encodeLine(line, rulesets));
    grounds.push(encodeSteps(line, reasons, known));
  }
  const ofSheet = encodeReasons(reasons);
  const first = JSON.stringify([3, outcome, ofSheet, rulesets, decided, encodeAmounts(totals)]);
  const rest = JSON.stringify(grounds).slice(1);
  return `${first}\n[[${known.shapes.join()}],[${citationsText(known)}],${rest}`;
}

/** What the steps so far have cited. */
interface Known {
  readonly citations: Citation[];
  readonly shapes: string[];
  /** The place of the shape of each citation. */
  readonly shapeOf: number[];
}

function citationsText({ citations, shapeOf }: Known): string {
  let text = '';
  for (let place = 0; place < citations.length; place += 1) {
    text += `${place === 0 ? '[' : ',['}${shapeOf[place]}${citations[place]?.texts}`;
  }
  return text;
}

function encodeLine(line: LineDecision, rulesets: string[]): unknown[] {
  return [
    line.number,
    line.ruleset === null ? null : placeOf(line.ruleset, rulesets),
    line.outcome,
    line.tariff,
    line.unitsAllowed,
    encodeAmounts(line.amounts),
    encodeReasons(line.reasons),
  ];
}

function encodeSteps(line: LineDecision, ofSheet: readonly Reason[], known: Known): unknown[] {
  const encoded: unknown[] = [];
  for (const { cited, figures, reason } of line.steps) {
    const place = citationPlace(cited, known);
    if (reason !== null) {
      encoded.push([place, figures, reasonPlace(reason, line.reasons, ofSheet)]);
    } else encoded.push(figures.length === 0 ? [place] : [place, figures]);
  }
  return encoded;
}

/** Most are the same objects; those that are equal all the same are found by their texts. */
function citationPlace(cited: Citation, { citations, shapes, shapeOf }: Known): number {
  for (let place = 0; place < citations.length; place += 1) {
    const other = citations[place];
    if (other === cited) return place;
    if (other?.texts === cited.texts && other.shape === cited.shape) return place;
  }
  shapeOf.push(placeOf(cited.shape, shapes));
  return citations.push(cited) - 1;
}

/** Few texts: looking through them is quicker than any index. */
function placeOf(text: string, texts: string[]): number {
  for (let place = 0; place < texts.length; place += 1) if (texts[place] === text) return place;
  return texts.push(text) - 1;
}

function reasonPlace(
  reason: Reason,
  ofLine: readonly Reason[],
  ofSheet: readonly Reason[],
): number {
  const place = ofLine.indexOf(reason);
  if (place !== -1) return place;
  const placeOnSheet = ofSheet.indexOf(reason);
  if (placeOnSheet === -1) throw new Error('a step gives a reason that its decision does not');
  return ofLine.length + placeOnSheet;
}

function encodeAmounts(amounts: Amounts | null): number[] | null {
  if (amounts === null) return null;
  const { submitted, eligible, benefit, copay, overCap, excess, disallowed } = amounts;
  return [submitted, eligible, benefit, copay, overCap, excess, disallowed];
}

const NO_REASONS: readonly unknown[] = [];

function encodeReasons(reasons: readonly Reason[]): readonly unknown[] {
  if (reasons.length === 0) return NO_REASONS;
  return reasons.map(({ code, facts }) => [code, inOrder(facts)]);
}

function inOrder(facts: Reason['facts']): Reason['facts'] {
  const ordered: Record<string, string> = {};
  for (const name of Object.keys(facts).sort()) ordered[name] = facts[name] ?? '';
  return ordered;
}
