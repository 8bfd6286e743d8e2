import { RULES } from '#domain/adjudication/rule-order.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import type { Step } from '#domain/decision/step.ts';
import { centimes, formatAmount } from '#domain/money/centimes.ts';
import type { Explanation } from '../schemas/explanation.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import { presentAccumulator } from './present-accumulator.ts';

type StepAnswer = Explanation['lines'][number]['steps'][number];

const REFERENCES = new Map(RULES.map(({ code, reference }) => [code, reference]));

/** One step: whose rule it is, on what it rests, what it looked at and what it moved. */
export function presentStep(
  step: Step,
  line: LineDecision,
  language: Language,
): Omit<StepAnswer, 'balance'> {
  const { rule, row = null, source = null, looked = {}, movements = [], reason = null } = step;
  return {
    rule,
    title: ruleTitle(rule, language),
    reference: REFERENCES.get(rule) ?? null,
    ruleset: line.ruleset,
    ...{ row, source, reason },
    looked: { ...looked },
    tariff: presentTariff(step),
    accumulator: presentAccumulator(step, line),
    movements: movements.map(({ from, to, amount }) => ({
      from,
      to,
      amount: formatAmount(amount),
    })),
  };
}

/** The row that gave the reference amount of one unit; of a medicine's prices, the least. */
function presentTariff({ rule, row = '', looked = {} }: Step): StepAnswer['tariff'] {
  const { validFrom, grid = null, sector = null, coefficient = null } = looked;
  if (!rule.startsWith('pricing/') || validFrom === undefined) return null;
  const { value, price, hospitalPrice, basePrice, publicPrice } = looked;
  const given = [value, price, hospitalPrice, basePrice, publicPrice].flatMap((text) =>
    text === undefined ? [] : centimes(text),
  );
  const least = given.length === 0 ? null : formatAmount(Math.min(...given));
  return { row, validFrom, grid, sector, value: least, coefficient };
}
