import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import type { ComparedSheet } from '#domain/simulation/compared-sheet.ts';
import { createSheetCount } from '#domain/simulation/count-sheets.ts';
import { mergeResults, NO_RESULT, type PartialResult } from '#domain/simulation/partial-result.ts';
import { readPartial, writePartial } from '#domain/simulation/partial-text.ts';
import { createReport, type Simulated } from '#domain/simulation/report.ts';
import { totalOf } from '#domain/simulation/tally.ts';
import { families } from './arbitrary-sheets.ts';

const simulated: Simulated = {
  ruleset: { code: 'AMO-85', version: 0, contentHash: 'hash', schemes: ['SALARIED'] },
  period: { from: '2026-01-01', to: '2026-12-31' },
  recordRevision: 3,
  leftOut: {},
};

function resultOf(batches: readonly (readonly ComparedSheet[])[]): PartialResult {
  const count = createSheetCount();
  for (const batch of batches) {
    batch.forEach(count.add);
    for (const { sheetId } of batch) if (sheetId % 3 === 0) count.addOfOrder(sheetId);
    count.closeFamilies();
  }
  return count.result();
}

function bytesOf(result: PartialResult): string {
  return canonicalJson(createReport(simulated, result));
}

it('gives the same report however families are divided into batches and shards', () => {
  const divided = fc.record({ all: families, places: fc.array(fc.nat(3), { minLength: 12 }) });
  fc.assert(
    fc.property(divided, ({ all, places }) => {
      const whole = resultOf([all.flat()]);
      const shards = [0, 1, 2, 3].map((shard) =>
        resultOf(all.filter((_, family) => places[family] === shard)),
      );
      const merged = shards.reduce(mergeResults, NO_RESULT);
      expect(bytesOf(merged)).toBe(bytesOf(whole));
      expect(bytesOf([...shards].reverse().reduce(mergeResults, NO_RESULT))).toBe(bytesOf(whole));
    }),
  );
});

it('merges associatively, and survives being written and read', () => {
  fc.assert(
    fc.property(families, families, families, (a, b, c) => {
      const [x, y, z] = [a, b, c].map((all, index) => resultOf(all.map(elsewhere(index))));
      if (x === undefined || y === undefined || z === undefined) throw new Error('three are made');
      const left = mergeResults(mergeResults(x, y), z);
      expect(writePartial(mergeResults(x, mergeResults(y, z)))).toBe(writePartial(left));
      expect(bytesOf(readPartial(writePartial(left)))).toBe(bytesOf(left));
      expect(mergeResults(left, NO_RESULT)).toEqual(left);
    }),
  );
});

/** Families of one shard are in no other. */
function elsewhere(shard: number) {
  return (family: readonly ComparedSheet[]) =>
    family.map((sheet) => ({
      ...sheet,
      sheetId: sheet.sheetId + 1_000_000 * shard,
      insuredId: sheet.insuredId === null ? null : sheet.insuredId + 1_000 * shard,
    }));
}

it('adds up: every centime that was submitted is under one heading of each side', () => {
  fc.assert(
    fc.property(families, (all) => {
      const result = resultOf(all);
      for (const side of ['before', 'after'] as const) {
        const final = all.flat().filter((sheet) => sheet[side].outcome !== 'pended');
        const lines = final.flatMap((sheet) => sheet[side].lines);
        const submitted = lines.reduce((sum, { amounts }) => sum + (amounts?.submitted ?? 0), 0);
        for (const tallies of [result.byFund, result.byProvider, result.byCategory]) {
          const { benefit, copay, overCap, excess, disallowed } = totalOf(tallies)[side];
          expect(benefit + copay + overCap + excess + disallowed).toBe(submitted);
        }
      }
    }),
  );
});

it('adds up: what funds pay is what sheets gain and lose, open and close', () => {
  fc.assert(
    fc.property(families, (all) => {
      const result = resultOf(all);
      let difference = 0;
      for (const { before, after } of result.byFund.values()) {
        difference += after.benefit - before.benefit;
        expect(before.count).toBe(after.count);
      }
      const moves = [...result.moves.values()];
      expect(moves.reduce((sum, move) => sum + move.difference, 0)).toBe(difference);
      expect(moves.reduce((sum, move) => sum + move.sheets, 0)).toBe(all.flat().length);
      const both = [...result.moves].filter(([key]) => !key.includes('pended'));
      const { lose, gain } = result.movedSheets;
      const final = both.reduce((sum, [, move]) => sum + move.difference, 0);
      expect(lose.amount + gain.amount).toBe(final);
      const providers = [...result.providerDifferences.values()];
      expect(providers.reduce((sum, amount) => sum + amount, 0)).toBe(final);
    }),
  );
});
