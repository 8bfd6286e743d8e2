import type { CareSheet, LineItem } from './care-sheet.ts';

type EncodedLine = [
  number: LineItem['number'],
  kind: LineItem['kind'],
  code: LineItem['code'],
  keyLetter: LineItem['keyLetter'],
  coefficient: LineItem['coefficient'],
  quantity: LineItem['quantity'],
  unitPrice: LineItem['unitPrice'],
  date: LineItem['date'],
  diagnosis: LineItem['diagnosis'],
];

/** A care sheet as `encodeSheet` writes it, parsed. */
export type EncodedSheet = [
  form: 2,
  number: string,
  fund: string,
  issuer: string,
  insuredNumber: string,
  relationship: CareSheet['patient']['relationship'],
  rank: number,
  birthDate: string,
  provider: string,
  prescriber: string | null,
  prescription: [number: string | null, date: string] | null,
  kindOfCare: CareSheet['kindOfCare'],
  stay: [admission: string, discharge: string] | null,
  payment: CareSheet['payment'],
  receivedOn: string,
  lines: EncodedLine[],
];

/** What is stored of a sheet in either form: lists, or the object itself, as it was at first. */
export type StoredSheet = EncodedSheet | CareSheet;

/**
 * A care sheet as it is stored for whoever decides it: a JSON list of its members in the order of
 * `EncodedSheet`. Their names would be half of the text, of its writing and of its reading.
 */
export function encodeSheet(sheet: CareSheet): string {
  const { insured, patient, prescription, stay } = sheet;
  const encoded: EncodedSheet = [
    2,
    sheet.number,
    sheet.fund,
    insured.issuer,
    insured.number,
    patient.relationship,
    patient.rank,
    patient.birthDate,
    sheet.provider,
    sheet.prescriber,
    prescription && [prescription.number, prescription.date],
    sheet.kindOfCare,
    stay && [stay.admission, stay.discharge],
    sheet.payment,
    sheet.receivedOn,
    sheet.lines.map(encodeLine),
  ];
  return JSON.stringify(encoded);
}

function encodeLine(line: LineItem): EncodedLine {
  const { number, kind, code, keyLetter, coefficient, quantity, unitPrice, date } = line;
  return [number, kind, code, keyLetter, coefficient, quantity, unitPrice, date, line.diagnosis];
}

/** Reads what `encodeSheet` wrote, and the JSON objects that were stored before it. */
export function decodeSheet(text: string): CareSheet {
  return sheetOf(JSON.parse(text) as StoredSheet);
}

/** The sheet in a stored text that was parsed, of either form. */
export function sheetOf(stored: StoredSheet): CareSheet {
  if (!isEncoded(stored)) return stored;
  const [prescription, stay] = [stored[10], stored[12]];
  return {
    number: stored[1],
    fund: stored[2],
    insured: { issuer: stored[3], number: stored[4] },
    patient: { relationship: stored[5], rank: stored[6], birthDate: stored[7] },
    provider: stored[8],
    prescriber: stored[9],
    prescription: prescription && { number: prescription[0], date: prescription[1] },
    kindOfCare: stored[11],
    stay: stay && { admission: stay[0], discharge: stay[1] },
    payment: stored[13],
    receivedOn: stored[14],
    lines: stored[15].map(decodeLine),
  };
}

function isEncoded(stored: StoredSheet): stored is EncodedSheet {
  return Array.isArray(stored);
}

/** By index: taking lists apart costs several times as much. */
function decodeLine(line: EncodedLine): LineItem {
  return {
    number: line[0],
    kind: line[1],
    code: line[2],
    keyLetter: line[3],
    coefficient: line[4],
    quantity: line[5],
    unitPrice: line[6],
    date: line[7],
    diagnosis: line[8],
  };
}
