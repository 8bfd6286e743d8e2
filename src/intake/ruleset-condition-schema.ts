import { z } from 'zod';
import { KINDS_OF_CARE, PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import type { LineCondition } from '#domain/coverage/ruleset.ts';
import { parseAmount } from '#domain/money/centimes.ts';
import {
  ageField,
  amountField,
  careCodeField,
  categoryField,
  codeField,
  listOf,
  sectorField,
  sexField,
} from './ruleset-field-schemas.ts';
import { whenRight } from './when-right.ts';

const text = z.string().min(1, { error: 'empty-text' }).max(100);

const oneOf = <T extends z.ZodType>(item: T, description: string) =>
  listOf(item).meta({ description }).exactOptional();

/** What a row applies to. */
export const conditionField = z
  .strictObject({
    schemes: oneOf(codeField, 'Schemes of the insured; all of the ruleset when left out.'),
    settings: oneOf(z.enum(['ambulatory', 'stay']), 'In a stay, or outside one.'),
    kindsOfCare: oneOf(z.enum(KINDS_OF_CARE), 'What the sheet is for.'),
    categories: oneOf(categoryField, 'Categories of acts and goods.'),
    acts: oneOf(careCodeField, 'Codes of acts, or the 13 digits of medicines.'),
    sectors: oneOf(sectorField, 'Sector of the provider.'),
    specialties: oneOf(text, 'Specialty of the provider.'),
    providerKinds: oneOf(text, 'Kind of the provider: practice, pharmacy, clinic, hospital, ...'),
    payments: oneOf(z.enum(PAYMENT_MODES), 'direct: the fund pays the provider.'),
    relationships: oneOf(z.enum(RELATIONSHIPS), 'The insured, a spouse or a child.'),
    sexes: oneOf(sexField, 'Sex of the patient.'),
    illnesses: oneOf(
      z.enum(['none', 'long-term', 'costly']),
      'The certified illness that covers the line.',
    ),
    illnessCodes: oneOf(text, 'Codes of the certificates of that illness.'),
    medicineKinds: oneOf(
      z.enum(['originator', 'generic', 'unspecified']),
      'Kind of the medicine; nothing but medicines has one.',
    ),
    minAge: ageField.meta({ description: 'In whole years on the date of care.' }).exactOptional(),
    maxAge: ageField.meta({ description: 'The same, included.' }).exactOptional(),
    minAmount: amountField
      .meta({ description: 'Submitted for the line: units declared x price, included.' })
      .exactOptional(),
    maxAmount: amountField.meta({ description: 'The same.' }).exactOptional(),
  })
  .superRefine(checkAges, whenRight('minAge', 'maxAge'))
  .superRefine(checkAmounts, whenRight('minAmount', 'maxAmount'))
  .meta({
    description: 'What the row applies to: all that is stated must hold; {} is every line.',
  }) satisfies z.ZodType<LineCondition>;

function checkAges({ minAge, maxAge }: LineCondition, context: z.RefinementCtx): void {
  if (minAge === undefined || maxAge === undefined || minAge <= maxAge) return;
  context.addIssue({ code: 'custom', path: ['maxAge'], message: 'bounds-reversed' });
}

function checkAmounts({ minAmount, maxAmount }: LineCondition, context: z.RefinementCtx): void {
  if (minAmount === undefined || maxAmount === undefined) return;
  if ((parseAmount(minAmount) ?? 0) <= (parseAmount(maxAmount) ?? 0)) return;
  context.addIssue({ code: 'custom', path: ['maxAmount'], message: 'bounds-reversed' });
}
