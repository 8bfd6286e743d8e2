import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeConsumptions,
  decodePastLines,
} from '#domain/adjudication/content/decode-history.ts';
import {
  encodeConsumptions,
  encodePastLines,
} from '#domain/adjudication/content/encode-history.ts';
import { past, taken } from '#tests/domain/builders/past-builder.ts';
import { decideDay } from '#tests/scenarios/decide-day.ts';

const amount = fc.nat({ max: 2 ** 39 - 1 });
const text = fc.string({ unit: 'binary' });
const ofSheet = fc.record({ sheetNumber: text, patientRank: fc.nat({ max: 99 }), provider: text });
const ofLine = fc.record({
  ...{ lineNumber: fc.nat(), code: text, units: fc.nat(), paidUnits: fc.nat() },
  ...{ sessionEligible: amount, allowedEligible: amount, eligible: amount, benefit: amount },
  countedUnder: fc.array(text, { maxLength: 3 }),
});
const lines = fc
  .tuple(ofSheet, fc.array(ofLine, { maxLength: 5 }))
  .map(([sheet, each]) => each.map((line) => past({ ...line, ...sheet })));
const consumptions = fc
  .tuple(text, fc.array(fc.record({ cap: text, amount, lineNumber: fc.nat() })), fc.boolean())
  .map(([sheetNumber, each, ofFamily]) =>
    each.map((one) => taken({ ...one, sheetNumber, ...(ofFamily ? { patientRank: null } : {}) })),
  );

describe('the stored history of a decision', () => {
  it('is read again as what it was', () => {
    fc.assert(
      fc.property(lines, consumptions, (past_, taken_) => {
        expect(decodePastLines(encodePastLines(past_))).toEqual(past_);
        expect(decodeConsumptions(encodeConsumptions(taken_))).toEqual(taken_);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('is read again for a generated day', () => {
    for (const decision of decideDay('statutory', 800, 0.3)) {
      const { history, consumptions: used } = decision;
      expect(decodePastLines(encodePastLines(history))).toEqual(history);
      expect(decodeConsumptions(encodeConsumptions(used))).toEqual(used);
    }
  });

  it('is read where it was stored as objects', () => {
    const [line, used] = [past({ countedUnder: ['LIMIT'] }), taken()];
    expect(decodePastLines(JSON.stringify([line]))).toEqual([line]);
    expect(decodeConsumptions(JSON.stringify([used]))).toEqual([used]);
    expect(decodePastLines('[]')).toEqual([]);
    expect(decodeConsumptions('[]')).toEqual([]);
  });
});
