import { describe, expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { decodeDecision, decodeOutcome } from '#domain/adjudication/content/decode-decision.ts';
import { encodeEarlier, inTwoLines } from '#domain/adjudication/content/earlier-content.ts';
import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import type { Decision, DecisionContent } from '#domain/decision/decision.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { loadScenario, scenarioNames } from '#fixtures/load-scenarios.ts';
import { inOneList } from '#tests/domain/builders/in-one-list.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import { decideDay } from '#tests/scenarios/decide-day.ts';
import { decideScenario } from '#tests/scenarios/decide-scenario.ts';

const ofScenarios = scenarioNames().map(loadScenario).flatMap(decideScenario);
const generated = (['mission', 'statutory'] as const).flatMap((rules) =>
  decideDay(rules, 1_000, 0.4),
);
const decisions: readonly Decision[] = [...ofScenarios, ...generated];

function contentOf({ history: _h, consumptions: _c, ...content }: Decision): DecisionContent {
  return content;
}

/** Everything that a content says, as people read it. */
function told({ lines, ...rest }: DecisionContent): string {
  const read = lines.map((each) => ({ ...each, steps: each.steps.map(tellStep) }));
  return canonicalJson({ ...rest, lines: read, history: undefined, consumptions: undefined });
}

describe('the stored content of a decision', () => {
  it('is read again as what it was, for every scenario and for generated days', () => {
    for (const decision of decisions) {
      expect(decodeDecision(encodeDecision(decision))).toEqual(contentOf(decision));
    }
  });

  it('tells its outcome alone as it tells all of it, in each of its forms', () => {
    for (const decision of decisions) {
      const { outcome, reasons } = decision;
      const lines = decision.lines.map(({ number, outcome: of, amounts, reasons: why }) => ({
        ...{ number, outcome: of, amounts, reasons: why },
      }));
      for (const text of [encodeDecision(decision), inOneList(decision)]) {
        const [first = ''] = text.split('\n');
        expect(decodeOutcome(JSON.parse(first))).toEqual({ outcome, reasons, lines });
      }
      const earlier = decodeOutcome(JSON.parse(encodeEarlier(decision)));
      expect(earlier).toMatchObject({ outcome, reasons, lines });
    }
  });

  it('is told with the same names in the same order', () => {
    for (const decision of decisions) {
      const read = decodeDecision(encodeDecision(decision));
      expect(told(read)).toBe(told(decision));
      for (const { steps } of read.lines) {
        for (const { looked } of steps.map(tellStep)) {
          expect(Object.keys(looked)).toEqual(Object.keys(looked).sort());
        }
      }
    }
  });

  it('is the same text for equal decisions, however they were built', () => {
    for (const decision of decisions) {
      const text = encodeDecision(decision);
      expect(encodeDecision(decodeDecision(text))).toBe(text);
    }
  });

  it('is another text for another decision', () => {
    const byText = new Map(decisions.map((each) => [encodeDecision(each), told(each)]));
    expect(byText.size).toBe(new Set(decisions.map(told)).size);
  });

  it('is short for a sheet of four lines, and needs nothing else to be read', () => {
    const lines = ['C', 'CS', 'AMM', 'B12'].map((code, i) => line({ number: i + 1, code }));
    const text = encodeDecision(adjudicate(input({ sheet: sheet({ lines }) })));
    expect(text.length).toBeLessThan(1_300);
    for (const said of ['cost-sharing/coverage-rate', 'test grid', '90 %', 'submitted>copay']) {
      expect(text.split(said)).toHaveLength(2);
    }
  });
});

describe('content that was stored before', () => {
  it('is still read', () => {
    for (const decision of decisions) {
      expect(told(decodeDecision(encodeEarlier(decision)))).toBe(told(decision));
      expect(told(decodeDecision(inOneList(decision)))).toBe(told(decision));
    }
  });

  it('is the text of now where it was one list', () => {
    for (const decision of decisions) {
      expect(inTwoLines(inOneList(decision))).toBe(encodeDecision(decision));
    }
  });

  it('was canonical JSON of everything', () => {
    const { steps, ...first } = JSON.parse(encodeEarlier(adjudicate(input()))).lines[0];
    expect(first).toMatchObject({ outcome: 'approved', ruleset: 'TEST@1', reasons: [] });
    expect(steps.at(-1)).toEqual({
      looked: { eligible: '80.00', rate: '90 %' },
      movements: [
        { amount: 7_200, from: 'submitted', to: 'benefit' },
        { amount: 800, from: 'submitted', to: 'copay' },
      ],
      row: 'ALL',
      rule: 'cost-sharing/coverage-rate',
      source: 'test',
    });
  });
});
