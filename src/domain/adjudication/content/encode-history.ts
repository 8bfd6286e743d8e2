import type { Consumption, PastLine } from '../../accumulator/history.ts';

/**
 * What a decision adds to the history of its family, as it is stored: what its lines have in
 * common, and then each of them. Equal histories are equal texts.
 *
 *     [sheet number, patient rank, provider, [line number, date, code, category, units,
 *       paid units, session eligible, allowed eligible, eligible, benefit, counted under ...], ...]
 */
export function encodePastLines(lines: readonly PastLine[]): string {
  const [first] = lines;
  if (first === undefined) return '[]';
  const encoded: unknown[] = [first.sheetNumber, first.patientRank, first.provider];
  for (const line of lines) encoded.push(encodePastLine(line));
  return JSON.stringify(encoded);
}

function encodePastLine(line: PastLine): unknown[] {
  const encoded: unknown[] = [
    line.lineNumber,
    line.date,
    line.code,
    line.category,
    line.units,
    line.paidUnits,
    line.sessionEligible,
    line.allowedEligible,
    line.eligible,
    line.benefit,
  ];
  for (const code of line.countedUnder) encoded.push(code);
  return encoded;
}

/** `[sheet number, [cap, patient rank, line number, date, code, session eligible, amount], ...]` */
export function encodeConsumptions(consumptions: readonly Consumption[]): string {
  const [first] = consumptions;
  if (first === undefined) return '[]';
  const encoded: unknown[] = [first.sheetNumber];
  for (const taken of consumptions) {
    const { cap, patientRank, lineNumber, date, code, sessionEligible, amount } = taken;
    encoded.push([cap, patientRank, lineNumber, date, code, sessionEligible, amount]);
  }
  return JSON.stringify(encoded);
}
