import type { Consumption, PastLine } from '../../accumulator/history.ts';
import type { Category } from '../../nomenclature/category.ts';

type EncodedPastLine = [
  lineNumber: number,
  date: string,
  code: string,
  category: Category,
  units: number,
  paidUnits: number,
  sessionEligible: number,
  allowedEligible: number,
  eligible: number,
  benefit: number,
  ...countedUnder: string[],
];

type EncodedPastLines = [
  sheetNumber: string,
  patientRank: number,
  provider: string,
  ...lines: EncodedPastLine[],
];

/** Reads what `encodePastLines` wrote, and the lists of objects that were stored before it. */
export function decodePastLines(text: string): readonly PastLine[] {
  if (isEarlierHistory(text)) return JSON.parse(text) as PastLine[];
  const [sheetNumber, patientRank, provider, ...lines] = JSON.parse(text) as EncodedPastLines;
  return lines.map((line) => {
    const [lineNumber, date, code, category, units, paidUnits, ...rest] = line;
    const [sessionEligible, allowedEligible, eligible, benefit, ...countedUnder] = rest;
    return {
      ...{ allowedEligible, benefit, category, code, countedUnder, date, eligible, lineNumber },
      ...{ paidUnits, patientRank, provider, sessionEligible, sheetNumber, units },
    };
  });
}

type EncodedConsumption = [
  cap: string,
  patientRank: number | null,
  lineNumber: number,
  date: string,
  code: string,
  sessionEligible: number,
  amount: number,
];

/** Reads what `encodeConsumptions` wrote, and the lists of objects that were stored before it. */
export function decodeConsumptions(text: string): readonly Consumption[] {
  if (isEarlierHistory(text)) return JSON.parse(text) as Consumption[];
  const [sheetNumber, ...taken] = JSON.parse(text) as [string, ...EncodedConsumption[]];
  return taken.map(([cap, patientRank, lineNumber, date, code, sessionEligible, amount]) => {
    const line = { sheetNumber, lineNumber, date, code, sessionEligible };
    return { cap, patientRank, ...line, amount };
  });
}

/** A list of objects, or an empty one, which is the same in both forms. */
export function isEarlierHistory(text: string): boolean {
  return text === '[]' || text.startsWith('[{');
}
