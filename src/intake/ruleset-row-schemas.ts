import { z } from 'zod';
import { PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { parseRate } from '#domain/money/rate.ts';
import { conditionField } from './ruleset-condition-schema.ts';
import {
  ageField,
  amountField,
  categoryField,
  rateField,
  sourced,
  spanField,
  wholeNumber,
  windowField,
} from './ruleset-field-schemas.ts';
import { whenRight } from './when-right.ts';

type RowOf<K extends keyof RulesetDocument> = RulesetDocument[K] extends readonly (infer R)[]
  ? z.ZodType<R>
  : never;

const when = conditionField;

export const coverageRow = z.strictObject({
  ...sourced,
  when,
  rate: rateField.meta({ description: 'Share of the eligible amount that the fund pays.' }),
}) satisfies RowOf<'coverage'>;

export const exclusionRow = z.strictObject({ ...sourced, when }) satisfies RowOf<'exclusions'>;

export const filingLimitRow = z.strictObject({
  ...sourced,
  payments: z
    .array(z.enum(PAYMENT_MODES))
    .min(1, { error: 'empty-list' })
    .meta({ description: 'Modes of payment that the limit is for.' }),
  limit: spanField,
}) satisfies RowOf<'filingLimits'>;

export const ageLimitRow = z.strictObject({
  ...sourced,
  relationship: z.enum(RELATIONSHIPS).meta({ description: 'Of the patient to the insured.' }),
  student: z.boolean().meta({ description: 'True: only while schooling is proven.' }),
  lastAge: ageField.meta({ description: '21 lasts to the day before the 22nd birthday.' }),
}) satisfies RowOf<'ageLimits'>;

export const prescriptionRow = z.strictObject({
  ...sourced,
  when,
  validity: spanField,
}) satisfies RowOf<'prescriptions'>;

export const unitLimitRow = z.strictObject({
  ...sourced,
  when,
  maxUnits: wholeNumber({ from: 1, to: 1_000_000 }).meta({
    description: 'Units that a patient has in the window; what has none is excluded instead.',
  }),
  window: windowField,
}) satisfies RowOf<'unitLimits'>;

export const renewalIntervalRow = z.strictObject({
  ...sourced,
  when,
  interval: spanField,
}) satisfies RowOf<'renewalIntervals'>;

export const capRow = z.strictObject({
  ...sourced,
  when,
  amount: amountField.meta({ description: 'Benefit that is paid in the window at most.' }),
  per: z.enum(['patient', 'family']).meta({ description: 'Who shares the cap.' }),
  window: windowField,
}) satisfies RowOf<'caps'>;

export const demandRow = z.strictObject({
  ...sourced,
  when,
  document: z
    .string()
    .trim()
    .min(1, { error: 'empty-text' })
    .max(200)
    .meta({ description: 'Of an attachment: what is asked for.' })
    .exactOptional(),
  fromAmount: amountField
    .meta({ description: 'Asked from this eligible amount of the line upwards.' })
    .exactOptional(),
}) satisfies RowOf<'authorizations'>;

export const sessionTerms = z
  .strictObject({
    ...sourced,
    technicalCategories: z
      .array(categoryField)
      .meta({ description: 'Ranked among themselves, the dearest first.' }),
    consultationCategories: z
      .array(categoryField)
      .meta({ description: 'Compared with the technical acts together; the dearer is paid.' }),
    percentages: z
      .array(rateField)
      .min(1, { error: 'no-shares' })
      .refine(doNotRise, { error: 'shares-rise', ...whenRight('*') })
      .meta({ description: 'Of the first, second, ... act; the last is for all that follow.' }),
  })
  .superRefine(
    checkSides,
    whenRight('technicalCategories', 'consultationCategories'),
  ) satisfies z.ZodType<NonNullable<RulesetDocument['session']>>;

function doNotRise(shares: readonly string[]): boolean {
  const rates = shares.map((share) => parseRate(share) ?? 0);
  return rates.every((rate, index) => index === 0 || rate <= (rates[index - 1] ?? 0));
}

type Sides = Pick<
  NonNullable<RulesetDocument['session']>,
  'technicalCategories' | 'consultationCategories'
>;

/** A category is either technical or a consultation. */
function checkSides(session: Sides, context: z.RefinementCtx): void {
  const { technicalCategories, consultationCategories } = session;
  for (const [index, category] of consultationCategories.entries()) {
    if (!technicalCategories.includes(category)) continue;
    const path = ['consultationCategories', index];
    context.addIssue({ code: 'custom', path, message: 'category-on-both-sides' });
  }
}

const held = {
  ...sourced,
  when: conditionField.exactOptional(),
};

export const holdRow = z.discriminatedUnion('kind', [
  z.strictObject({
    ...held,
    kind: z.literal('amount').meta({ description: 'Sheets of a high submitted amount.' }),
    threshold: amountField.meta({ description: 'Held from this amount of the sheet upwards.' }),
  }),
  z.strictObject({
    ...held,
    kind: z.literal('category').meta({ description: 'Sheets with care of some categories.' }),
    categories: z
      .array(categoryField)
      .min(1, { error: 'empty-list' })
      .meta({ description: 'The categories that are held.' }),
  }),
  z.strictObject({
    ...held,
    kind: z.literal('sample').meta({ description: 'A share of all sheets, by their numbers.' }),
    share: rateField.meta({ description: '"0.01" is one sheet of a hundred.' }),
  }),
]) satisfies RowOf<'holds'>;
