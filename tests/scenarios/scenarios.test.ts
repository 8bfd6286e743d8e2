import { describe, expect, it } from 'vitest';
import { RULES } from '#domain/adjudication/rule-order.ts';
import type { Decision, LineDecision } from '#domain/decision/decision.ts';
import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import { reasonText } from '#domain/decision/reasons/reason-text.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { loadScenario, type Scenario, scenarioNames } from '#fixtures/load-scenarios.ts';
import { decideScenario } from './decide-scenario.ts';

const scenarios = scenarioNames().map(loadScenario);

function summary({ outcome, reasons, payee, lines }: Decision, expected: Expected) {
  return {
    outcome,
    reasons: reasons.map(({ code }) => code).sort(),
    ...('payee' in expected ? { payee: payee.kind } : {}),
    lines: lines.map((line, index) => summaryOfLine(line, expected.lines[index])),
  };
}

type Expected = Scenario['sheets'][number]['expected'];

function summaryOfLine(
  { outcome, amounts, tariff, reasons }: LineDecision,
  expected: Expected['lines'][number] | undefined,
) {
  const codes = reasons.map(({ code }) => code).sort();
  if (amounts === null) return { outcome, amounts, reasons: codes };
  const { eligible, benefit, copay, overCap, excess, disallowed } = amounts;
  return {
    outcome,
    ...(expected && 'tariff' in expected ? { tariff: tariff && formatAmount(tariff) } : {}),
    eligible: formatAmount(eligible),
    benefit: formatAmount(benefit),
    copay: formatAmount(copay),
    overCap: formatAmount(overCap),
    excess: formatAmount(excess),
    disallowed: formatAmount(disallowed),
    reasons: codes,
  };
}

function sorted(expected: Expected): unknown {
  const lines = expected.lines.map((line) => ({ ...line, reasons: [...line.reasons].sort() }));
  return { ...expected, reasons: [...expected.reasons].sort(), lines };
}

describe('scenarios', () => {
  it.each(scenarios.map((each) => [each.name, each] as const))('%s', (_name, scenario) => {
    const decisions = decideScenario(scenario);
    scenario.sheets.forEach(({ sheet, expected }, index) => {
      expect(summary(decisions[index]!, expected), sheet.number).toEqual(sorted(expected));
    });
  });
});

describe('the scenarios together', () => {
  it('have at least one for every rule, and name only rules that exist', () => {
    const covered = new Set(scenarios.map(({ rule }) => rule));
    expect([...covered].sort()).toEqual(RULES.map(({ code }) => code).sort());
  });

  it.each(RULES.map(({ code }) => code))('show %s at work in an explanation', (code) => {
    const decisions = scenarios.filter(({ rule }) => rule === code).flatMap(decideScenario);
    const steps = decisions.flatMap(({ lines }) => lines.flatMap((line) => line.steps));
    const holds = decisions.filter(({ outcome, reasons }) => outcome === 'pended' && reasons[0]);
    const isShown = steps.some(({ cited }) => cited.rule === code);
    expect(code.startsWith('review/') ? holds.length > 0 : isShown).toBe(true);
  });

  it('show every outcome of a sheet and of a line', () => {
    const sheets = scenarios.flatMap((each) => each.sheets.map(({ expected }) => expected));
    const lines = sheets.flatMap((each) => each.lines);
    expect(new Set(sheets.map(({ outcome }) => outcome))).toEqual(
      new Set(['approved', 'partial', 'rejected', 'pended']),
    );
    expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(
      new Set(['approved', 'reduced', 'denied', 'pended']),
    );
  });

  it('tell each reason with all its facts, in three languages', () => {
    for (const scenario of scenarios) {
      for (const { reasons, lines } of decideScenario(scenario)) {
        for (const reason of [...reasons, ...lines.flatMap((line) => line.reasons)]) {
          for (const language of LANGUAGES) {
            const { insured, provider, remedy } = reasonText(reason, language);
            const text = `${insured} ${provider} ${remedy}`;
            expect(text, reason.code).not.toMatch(/[{}[\]]|(^|[\s(\u2068])-($|[\s.,)\u2069])/);
          }
        }
      }
    }
  });

  it('give every submitted centime a heading in what they expect', () => {
    const centimes = (text: string) => Number(text.replace('.', ''));
    for (const { name, sheets } of scenarios) {
      for (const { sheet, expected } of sheets) {
        expected.lines.forEach((line, index) => {
          if ('amounts' in line) return;
          const { quantity, unitPrice } = sheet.lines[index]!;
          const { benefit, copay, overCap, excess, disallowed, eligible } = line;
          const parts = [benefit, copay, overCap, excess, disallowed].map(centimes);
          expect(
            parts.reduce((a, b) => a + b, 0),
            name,
          ).toBe(quantity * unitPrice);
          expect(
            [benefit, copay, overCap].map(centimes).reduce((a, b) => a + b, 0),
            name,
          ).toBe(centimes(eligible));
        });
      }
    }
  });
});
