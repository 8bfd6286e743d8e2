import { z } from 'zod';
import { KINDS_OF_CARE, PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import type { GoldenCase } from '#domain/coverage/golden-case.ts';
import { isPayable, lineTotal } from './coherence.ts';
import { bodyCode, coefficient, diagnosis, documentNumber } from './identifier-schemas.ts';
import {
  ageField,
  amountField,
  careCodeField,
  codeField,
  dateField,
  sectorField,
  sexField,
  wholeNumber,
} from './ruleset-field-schemas.ts';
import { whenRight } from './when-right.ts';

const described = <T extends z.ZodType>(schema: T, description: string) =>
  schema.meta({ description });
const optional = <T extends z.ZodType>(schema: T, description: string) =>
  described(schema, description).exactOptional();

const text = z.string().min(1, { error: 'empty-text' }).max(100);
const reasons = z.array(text);

const patient = z.strictObject({
  relationship: optional(z.enum(RELATIONSHIPS), 'To the insured; self when left out.'),
  age: optional(ageField, 'In whole years on the date of the case; 40 when left out.'),
  sex: optional(sexField, 'F when left out.'),
  student: optional(z.boolean(), 'Of a child: schooling is proven.'),
  disabled: optional(z.boolean(), 'Of a child: no age limit.'),
});

const rights = z.strictObject({
  status: optional(z.enum(['opened', 'maintained', 'suspended']), 'opened when left out.'),
  from: optional(dateField, 'The first day; since ever when left out.'),
  to: optional(dateField, 'The last day; open when left out.'),
  qualifiedOn: optional(dateField, 'The day from which the qualifying period is done.'),
});

const illness = z.strictObject({
  kind: described(z.enum(['long-term', 'costly']), 'As certified.'),
  code: optional(text, 'The illness code of the certificate.'),
  diagnoses: optional(z.array(text), 'CIM-10 prefixes; every line when left out.'),
});

const provider = z.strictObject({
  sector: optional(sectorField, 'private when left out.'),
  kind: optional(text, 'practice when left out.'),
  specialty: optional(text, 'None when left out.'),
});

const use = z.strictObject({
  row: described(codeField, 'A cap, a unit limit or a renewal interval of the ruleset.'),
  date: described(dateField, 'Of the care that it counted.'),
  amount: optional(amountField, 'Of a cap: the benefit that it counted.'),
  units: optional(wholeNumber({ from: 1, to: 1_000_000 }), 'Of the others; 1 when left out.'),
});

const paidLine = z.strictObject({
  code: described(careCodeField, 'Of the act or the medicine.'),
  date: described(dateField, 'Of care.'),
  eligible: described(amountField, 'What a session compares.'),
  benefit: described(amountField, 'What was paid.'),
});

const money = (description: string) => optional(amountField, `${description}; 0.00 when left out.`);

const lineExpectation = z.strictObject({
  outcome: optional(z.enum(['approved', 'reduced', 'denied', 'pended']), 'approved when left out.'),
  priced: optional(z.boolean(), 'false: no tariff prices the line, it has no amounts.'),
  benefit: money('What the fund pays'),
  copay: money("The patient's share of the eligible amount"),
  overCap: money('Benefit that a cap took away'),
  excess: money('Submitted above the eligible amount'),
  disallowed: money('Submitted for what is refused'),
  reasons: optional(reasons, 'Codes of the reasons of the line, in any order.'),
});

const line = z
  .strictObject({
    code: described(careCodeField, 'Of the act, or the 13 digits of the medicine.'),
    quantity: optional(wholeNumber({ from: 1, to: 999 }), '1 when left out.'),
    price: described(amountField, 'Submitted for one unit.'),
    date: optional(dateField, 'Of care; that of the case when left out.'),
    coefficient: optional(coefficient, 'Where the nomenclature leaves it to the sheet.'),
    diagnosis: optional(diagnosis, 'What the line is for, in CIM-10.'),
    expect: described(lineExpectation, 'What the engine must say of the line.'),
  })
  .superRefine(checkAmount, whenRight('quantity', 'price'));

const sheetExpectation = z.strictObject({
  outcome: optional(
    z.enum(['approved', 'partial', 'rejected', 'pended']),
    'What follows from the lines when left out.',
  ),
  reasons: optional(reasons, "Codes of the sheet's own reasons, in any order."),
  fund: optional(bodyCode, 'Who pays; not looked at when left out.'),
  payee: optional(z.enum(['provider', 'insured']), 'Not looked at when left out.'),
});

const stay = z.strictObject({
  admission: described(dateField, 'The first day.'),
  discharge: described(dateField, 'The last day.'),
});

/** A golden case as an admin writes it. */
export const caseSchema = z.strictObject({
  code: described(codeField, 'Names the case; one case of the ruleset only.'),
  title: described(z.string().trim().min(3).max(200), 'What the case shows.'),
  date: described(dateField, 'The date of care of lines that state none.'),
  scheme: optional(codeField, 'Of the insured; the first of the ruleset when left out.'),
  fund: optional(bodyCode, 'That the sheet is sent to; the right one when left out.'),
  number: optional(documentNumber, 'Of the sheet; the code of the case when left out.'),
  kindOfCare: optional(z.enum(KINDS_OF_CARE), 'illness, or hospitalisation in a stay.'),
  payment: optional(z.enum(PAYMENT_MODES), 'reimbursement when left out.'),
  receivedOn: optional(dateField, 'The last day of care when left out.'),
  prescribedOn: optional(
    dateField.nullable(),
    'The first day of care when left out; null: nobody prescribed.',
  ),
  stay: optional(stay, 'Of a hospitalisation.'),
  patient: optional(patient, 'Who received the care.'),
  rights: optional(rights, 'Of the insured.'),
  illness: optional(illness, 'A certificate of the patient.'),
  provider: optional(provider, 'Who gave the care.'),
  used: optional(z.array(use), 'What had been counted before the sheet.'),
  paid: optional(
    z.array(paidLine),
    'Lines that the same provider had been paid before; what rows counted is in used.',
  ),
  lines: described(z.array(line).min(1, { error: 'no-lines' }).max(100), 'Of the sheet.'),
  expect: optional(sheetExpectation, 'What the engine must say of the sheet.'),
}) satisfies z.ZodType<GoldenCase>;

/** What the engine could not count exactly. */
function checkAmount(
  { quantity = 1, price }: { quantity?: number; price: string },
  context: z.RefinementCtx,
): void {
  if (isPayable(lineTotal({ quantity, unitPrice: price }))) return;
  context.addIssue({ code: 'custom', path: ['price'], message: 'amount-too-large' });
}
