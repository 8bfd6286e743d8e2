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
  const encoded = JSON.parse(text) as EncodedPastLines;
  const sheetNumber = encoded[0];
  const patientRank = encoded[1];
  const provider = encoded[2];
  const lines: PastLine[] = [];
  // Every decision reads its family's history, and taking lists apart was seen in the profile.
  for (let place = FIRST_LINE; place < encoded.length; place += 1) {
    const line = encoded[place] as EncodedPastLine;
    lines.push({
      allowedEligible: line[7],
      benefit: line[9],
      category: line[3],
      code: line[2],
      countedUnder: line.length > COUNTED_UNDER ? (line.slice(COUNTED_UNDER) as string[]) : NO_ROWS,
      date: line[1],
      eligible: line[8],
      lineNumber: line[0],
      paidUnits: line[5],
      patientRank,
      provider,
      sessionEligible: line[6],
      sheetNumber,
      units: line[4],
    });
  }
  return lines;
}

const FIRST_LINE = 3;
const COUNTED_UNDER = 10;
const NO_ROWS: readonly string[] = Object.freeze([]);

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
  const encoded = JSON.parse(text) as [string, ...EncodedConsumption[]];
  const sheetNumber = encoded[0];
  const consumptions: Consumption[] = [];
  for (let place = 1; place < encoded.length; place += 1) {
    const taken = encoded[place] as EncodedConsumption;
    consumptions.push({
      cap: taken[0],
      patientRank: taken[1],
      sheetNumber,
      lineNumber: taken[2],
      date: taken[3],
      code: taken[4],
      sessionEligible: taken[5],
      amount: taken[6],
    });
  }
  return consumptions;
}

/** A list of objects, or an empty one, which is the same in both forms. */
export function isEarlierHistory(text: string): boolean {
  return text === '[]' || text.startsWith('[{');
}
