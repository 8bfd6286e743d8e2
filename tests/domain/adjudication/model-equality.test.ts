import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { Category } from '#domain/nomenclature/category.ts';
import { input, line, sheet } from '#tests/domain/builders/input-builder.ts';
import {
  letterTariff,
  ratedAct,
  reference,
  ruleset,
  SESSION,
} from '#tests/domain/builders/reference-builder.ts';
import { type ModelLine, modelAmounts } from '#tests/domain/model/decimal-model.ts';

const KINDS = {
  technical: 'specialist-act',
  consultation: 'consultation',
  other: 'biology',
} as const satisfies Record<ModelLine['kind'], Category>;

interface ActSpec {
  readonly kind: ModelLine['kind'];
  readonly coefficient: number;
  readonly value: number;
  readonly maxUnits: number | undefined;
}

const act = fc.record({
  kind: fc.constantFrom('technical', 'consultation', 'other'),
  coefficient: fc.integer({ min: 1, max: 20_000 }),
  value: fc.integer({ min: 100, max: 20_000 }),
  maxUnits: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
}) satisfies fc.Arbitrary<ActSpec>;

const world = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 6 }),
  lines: fc.uniqueArray(
    fc.record({
      act: fc.nat({ max: 5 }),
      day: fc.integer({ min: 1, max: 3 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      unitPrice: fc.integer({ min: 100, max: 4_000_000 }),
    }),
    // One act a day: of two, one is a duplicate.
    { minLength: 1, maxLength: 8, selector: ({ act: index, day }) => `${index}-${day}` },
  ),
  rate: fc.integer({ min: 1_000, max: 10_000 }),
  percentages: fc.array(fc.integer({ min: 1_000, max: 10_000 }), { minLength: 1, maxLength: 3 }),
  capAmount: fc.integer({ min: 10_000, max: 10_000_000 }),
});

function inDirhams(centimes: number): string {
  return `${Math.floor(centimes / 100)}.${String(centimes % 100).padStart(2, '0')}`;
}

it('equals an independent model in decimals, to the centime', () => {
  fc.assert(
    fc.property(world, ({ acts, lines, rate, percentages, capAmount }) => {
      const rateText = (rate / 10_000).toFixed(4);
      const shares = percentages.map((share) => (share / 10_000).toFixed(4));
      const of = (index: number) => acts[index % acts.length]!;
      const codeOf = (index: number) => `A${index % acts.length}`;
      const seen = new Set<string>();
      const items: LineItem[] = [];
      const modelLines: ModelLine[] = [];
      for (const { act: index, day, quantity, unitPrice } of lines) {
        const [code, date] = [codeOf(index), `2026-03-0${day}`];
        if (seen.has(code + date)) continue;
        seen.add(code + date);
        const number = items.length + 1;
        items.push(line({ number, code, date, quantity, unitPrice }));
        const spec = of(index);
        modelLines.push({
          number,
          code,
          date,
          kind: spec.kind,
          quantity,
          price: inDirhams(unitPrice),
          coefficient: inDirhams(spec.coefficient),
          value: inDirhams(spec.value),
        });
      }
      const document = ruleset({
        coverage: [{ code: 'ALL', when: {}, rate: rateText, source: 'test' }],
        session: { ...SESSION, percentages: shares },
        unitLimits: acts.flatMap(({ maxUnits }, i) =>
          maxUnits === undefined
            ? []
            : [
                {
                  code: `LIMIT-${i}`,
                  when: { acts: [`A${i}`] },
                  maxUnits,
                  window: { kind: 'lifetime' as const },
                  source: 'test',
                },
              ],
        ),
        caps: [
          {
            code: 'CAP',
            when: {},
            amount: inDirhams(capAmount),
            per: 'patient',
            window: { kind: 'lifetime' },
            source: 'test',
          },
        ],
      });
      const rows = reference(document, {
        acts: acts.map(({ kind, coefficient }, i) =>
          ratedAct(`A${i}`, KINDS[kind], { keyLetter: `L${i}`, coefficient }),
        ),
        tariffs: acts.map(({ value }, i) => letterTariff(`L${i}`, value)),
      });
      const decision = adjudicate(input({ reference: rows, sheet: sheet({ lines: items }) }));
      const maxUnits = new Map<string, number>(
        acts.flatMap(({ maxUnits: max }, i) =>
          max === undefined ? [] : [[`A${i}`, max] as const],
        ),
      );
      const expected = modelAmounts(modelLines, {
        rate: rateText,
        percentages: shares,
        maxUnits,
        capAmount: inDirhams(capAmount),
      });
      // A line that is paid nothing uses no unit, which the model leaves to the tests of limits.
      const isUnpaid = ({ number, code }: ModelLine) => {
        const { benefit, submitted, disallowed } = expected.get(number)!;
        return maxUnits.has(code) && benefit.isZero() && !submitted.equals(disallowed);
      };
      fc.pre(!modelLines.some(isUnpaid));
      for (const { number, amounts } of decision.lines) {
        const model = expected.get(number)!;
        const inCentimes = Object.fromEntries(
          Object.entries(model).map(([heading, amount]) => [heading, amount.times(100).toNumber()]),
        );
        expect(amounts).toEqual(inCentimes);
      }
    }),
    { numRuns: 600, seed: 20_260_310 },
  );
});
