import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import { familyIndex, familyNumber, type Issuer } from '#fixtures/generator/family-number.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import type { World } from '#fixtures/generator/world.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { type Copies, copiedIndex } from './family-copies.ts';

/** A care sheet of four lines, cut where its number and that of its insured belong. */
export interface SheetMould {
  /** `{"number":"` is before the first part, and the body is ASCII. */
  readonly middle: string;
  readonly end: string;
  readonly issuer: Issuer;
  /** The index of the family in the first of its copies. */
  readonly family: number;
  /** Which of the clinics sends it. */
  readonly clinic: number;
}

/** Sheets without end: one mould after the other, and then again for the next copy. */
export interface SheetStock extends Copies {
  readonly moulds: readonly SheetMould[];
  /** The moulds as they were generated, for what needs no HTTP. */
  readonly samples: readonly Submission[];
}

export const LINES = 4;
const MOULDS = 20_000;
const CLINICS = 12;

interface StockOptions extends Copies {
  readonly world: World;
  readonly reference: ReferenceRows;
  readonly day: CalendarDate;
}

/** What the demo's generator gives, without faults, of the sheets that have four lines or more. */
export function makeStock(options: StockOptions): SheetStock {
  const { world, reference, day, families, copies } = options;
  const { medicines } = reference;
  const sheets = generateSheets({
    ...{ world, day, reference, medicines },
    ...{ seed: 21, count: 50 * MOULDS, faultyShare: 0 },
  });
  const moulds: SheetMould[] = [];
  const samples: Submission[] = [];
  for (const sheet of sheets) {
    if (sheet.lines.length < LINES) continue;
    const cut = { ...sheet, lines: sheet.lines.slice(0, LINES) };
    samples.push(cut);
    moulds.push(toMould(cut, moulds.length % CLINICS));
    if (moulds.length === MOULDS) break;
  }
  return { moulds, samples, families, copies };
}

function toMould(sheet: Submission, clinic: number): SheetMould {
  const { number, issuer } = sheet.insured;
  const body = JSON.stringify(sheet);
  const [, middle, end] = body.split(new RegExp(`"${sheet.number}"|"${number}"`));
  if (middle === undefined || end === undefined || !/^[ -~]*$/.test(body)) {
    throw new Error(`the sheet ${sheet.number} cannot be made into a mould`);
  }
  return { middle, end, issuer: issuer as Issuer, family: familyIndex(number), clinic };
}

/** The body of the sheet of an index, and the number that it bears. */
export function sheetBody(stock: SheetStock, index: number): { mould: SheetMould; body: string } {
  const { moulds, copies } = stock;
  const mould = moulds[index % moulds.length];
  if (mould === undefined) throw new RangeError('there are no moulds');
  const copy = Math.floor(index / moulds.length);
  if (copy >= copies) throw new RangeError(`the stock ends at ${moulds.length * copies} sheets`);
  const insured = familyNumber(mould.issuer, copiedIndex(mould.family, copy, stock));
  const body = `{"number":"${sheetNumber(index)}"${mould.middle}"${insured}"${mould.end}`;
  return { mould, body };
}

export function sheetNumber(index: number): string {
  return `B-${String(index).padStart(9, '0')}`;
}
