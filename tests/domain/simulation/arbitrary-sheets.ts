import fc from 'fast-check';
import { type ComparedSheet, isChanged } from '#domain/simulation/compared-sheet.ts';
import type { Standing, StandingLine } from '#domain/simulation/standing.ts';

const REASONS = ['cap-reached', 'unit-limit', 'tariff-missing', 'late-arrival'];

const amounts = fc
  .tuple(...Array.from({ length: 5 }, () => fc.nat(50_000)))
  .map(([benefit = 0, copay = 0, overCap = 0, excess = 0, disallowed = 0]) => ({
    benefit,
    copay,
    disallowed,
    eligible: benefit + copay + overCap,
    excess,
    overCap,
    submitted: benefit + copay + overCap + excess + disallowed,
  }));

const reasons = fc.uniqueArray(fc.constantFrom(...REASONS), { maxLength: 2 });

function line(number: number): fc.Arbitrary<StandingLine> {
  return fc.record({
    number: fc.constant(number),
    outcome: fc.constantFrom('approved', 'reduced', 'denied', 'pended'),
    amounts,
    reasons,
  });
}

const standing: fc.Arbitrary<Standing> = fc.record({
  outcome: fc.constantFrom('approved', 'partial', 'rejected', 'pended'),
  reasons: fc.constant([]),
  lines: fc.tuple(line(1), line(2)),
});

/** Families of sheets with ids of their own, in the order of their insured. */
export const families: fc.Arbitrary<ComparedSheet[][]> = fc
  .array(
    fc.array(
      fc.record({
        fund: fc.constantFrom('CNSS', 'CNOPS'),
        provider: fc.constantFrom('900000001', '900000002', '900000003'),
        categories: fc.constant(['consultation', 'medicine']),
        before: standing,
        after: standing,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map((sheets, family) =>
      sheets.map((sheet, index) => ({
        ...sheet,
        sheetId: 1_000 * family + index + 1,
        isChanged: isChanged(sheet.before, sheet.after),
        insuredId: family % 7 === 6 ? null : family + 1,
      })),
    ),
  );
