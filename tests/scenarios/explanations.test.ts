import { describe, expect, it } from 'vitest';
import { REASON_RULES, shippedSource } from '#domain/adjudication/reason-sources.ts';
import { RULES } from '#domain/adjudication/rule-order.ts';
import { waterfall } from '#domain/adjudication/waterfall.ts';
import type { Decision } from '#domain/decision/decision.ts';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';
import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import { loadScenario, type Scenario, scenarioNames } from '#fixtures/load-scenarios.ts';
import { explanationText } from '#src/cli/explanation-text.ts';
import { presentExplanation } from '#src/http/answers/present-explanation.ts';
import { explanationSchema } from '#src/http/schemas/explanation.ts';
import { toReason } from '#src/http/schemas/reason.ts';
import { factLabel } from '#src/http/words/fact-labels.ts';
import { ruleTitle, TITLES } from '#src/http/words/rule-titles.ts';
import { decideScenario } from './decide-scenario.ts';

const scenarios = scenarioNames().map(loadScenario);

function explain(scenario: Scenario, language: 'fr' | 'ar' | 'en') {
  const decisions = decideScenario(scenario);
  return scenario.sheets.map(({ sheet }, index) => {
    const content = decisions[index] as Decision;
    const decidedAt = new Date('2026-01-01T10:00:00Z');
    const decision = { revision: 1, decidedAt, decidedOn: '2026-01-01', content };
    return presentExplanation({ id: index + 1, sheet }, decision, {
      language,
      tell: (reason) => toReason(reason, language),
    });
  });
}

describe('the explanation of a scenario', () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'of %s goes from submitted to the five headings',
    (_name, scenario) => {
      for (const explanation of explain(scenario, 'en')) {
        const { lines } = explanationSchema.parse(explanation);
        expect(lines.length).toBeGreaterThan(0);
        for (const { start, steps, amounts } of lines) {
          const { eligible: _eligible, ...headings } = amounts ?? { eligible: '' };
          const end = steps.at(-1)?.balance ?? start;
          if (amounts !== null) expect(end).toEqual({ ...headings, submitted: '0.00' });
        }
      }
    },
  );

  it.each(LANGUAGES)('is printed in %s with all that it says', (language) => {
    for (const explanation of scenarios.flatMap((scenario) => explain(scenario, language))) {
      const text = explanationText(explanation);
      for (const { code, steps, reasons } of explanation.lines) {
        for (const part of [code, ...steps.map(({ title }) => title)]) expect(text).toContain(part);
        for (const { provider } of reasons) expect(text).toContain(provider);
      }
    }
  });

  it('has a word for all that a step looks at', () => {
    const looked = scenarios.flatMap((scenario) =>
      explain(scenario, 'ar').flatMap(({ lines }) =>
        lines.flatMap(({ steps }) => steps.flatMap((step) => Object.keys(step.looked))),
      ),
    );
    const names = [...new Set(looked)];
    expect(names.length).toBeGreaterThan(30);
    const nameless = names.filter((name) => name !== 'inpe' && factLabel(name, 'ar') === name);
    expect(nameless).toEqual([]);
  });
});

describe('the titles of rules', () => {
  it.each(RULES.map(({ code }) => code))('tell %s in three languages', (code) => {
    expect(Object.keys(TITLES)).toContain(code);
    expect(ruleTitle(code, 'ar')).toMatch(/[\u0600-\u06ff]/);
    expect(ruleTitle(code, 'fr')).not.toBe(ruleTitle(code, 'en'));
  });

  it('are of rules that there are; one of the past is told by its code', () => {
    const codes = RULES.map(({ code }) => code);
    expect(Object.keys(TITLES).filter((code) => !codes.includes(code))).toEqual([]);
    expect(ruleTitle('limits/of-the-past', 'fr')).toBe('limits/of-the-past');
  });
});

it('is refused where its steps do not end in the amounts of the line', () => {
  const [scenario] = scenarios.filter(({ name }) => name === 'worked-example-1');
  const line = scenario && decideScenario(scenario)[0]?.lines[0];
  if (line === undefined) throw new Error('there is no line');
  expect(waterfall(line, 15_000).levels.at(-1)?.balance.submitted).toBe(0);
  const spoilt = { ...line, steps: line.steps.slice(0, -1) };
  expect(() => waterfall(spoilt, 15_000)).toThrow('line 1');
});

it('cites for each reason the rules that give it', () => {
  const lines = scenarios
    .flatMap((scenario) => explain(scenario, 'en'))
    .flatMap((why) => why.lines);
  const given = lines.flatMap(({ steps }) => steps).filter(({ reason }) => reason !== null);
  expect(given.length).toBeGreaterThan(50);
  for (const { reason, rule } of given) {
    expect([reason, REASON_RULES[reason as ReasonCode]]).toEqual([
      reason,
      expect.arrayContaining([rule]),
    ]);
  }
  const rules = RULES.map(({ code }) => code);
  expect(
    Object.values(REASON_RULES)
      .flat()
      .filter((rule) => !rules.includes(rule)),
  ).toEqual([]);
  for (const code of Object.keys(REASON_RULES)) {
    expect(shippedSource(code as ReasonCode).length, code).toBeGreaterThan(5);
  }
});
