import { z } from 'zod';
import { PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { parseRate } from '#domain/money/rate.ts';
import {
  amountField,
  categoryField,
  conditionField,
  rateField,
  sourced,
  spanField,
  windowField,
} from './ruleset-field-schemas.ts';

type RowOf<K extends keyof RulesetDocument> = RulesetDocument[K] extends readonly (infer R)[]
  ? z.ZodType<R>
  : never;

const when = conditionField;
const units = z.int().positive('Give at least one unit, or exclude the act instead.');

export const coverageRow = z.strictObject({
  ...sourced,
  when,
  rate: rateField,
}) satisfies RowOf<'coverage'>;

export const exclusionRow = z.strictObject({ ...sourced, when }) satisfies RowOf<'exclusions'>;

export const filingLimitRow = z.strictObject({
  ...sourced,
  payments: z.array(z.enum(PAYMENT_MODES)).min(1, 'Say which modes of payment it is for.'),
  limit: spanField,
}) satisfies RowOf<'filingLimits'>;

export const ageLimitRow = z.strictObject({
  ...sourced,
  relationship: z.enum(RELATIONSHIPS),
  student: z.boolean(),
  lastAge: z.int().min(0).max(150),
}) satisfies RowOf<'ageLimits'>;

export const prescriptionRow = z.strictObject({
  ...sourced,
  when,
  validity: spanField,
}) satisfies RowOf<'prescriptions'>;

export const unitLimitRow = z.strictObject({
  ...sourced,
  when,
  maxUnits: units,
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
  amount: amountField,
  per: z.enum(['patient', 'family']),
  window: windowField,
}) satisfies RowOf<'caps'>;

export const demandRow = z.strictObject({
  ...sourced,
  when,
  document: z.string().trim().min(1).max(200).exactOptional(),
  fromAmount: amountField.exactOptional(),
}) satisfies RowOf<'authorizations'>;

export const sessionTerms = z
  .strictObject({
    ...sourced,
    technicalCategories: z.array(categoryField),
    consultationCategories: z.array(categoryField),
    percentages: z
      .array(rateField)
      .min(1, 'Give the share of the first act at least.')
      .refine(
        (shares) => shares.every((share, i) => i === 0 || rate(share) <= rate(shares[i - 1])),
        'The dearest act comes first: a later share cannot be above an earlier one.',
      ),
  })
  .refine(
    ({ technicalCategories, consultationCategories }) =>
      !technicalCategories.some((category) => consultationCategories.includes(category)),
    {
      path: ['consultationCategories'],
      message: 'A category is either technical or a consultation: leave it in one list.',
    },
  ) satisfies z.ZodType<NonNullable<RulesetDocument['session']>>;

function rate(text: string | undefined): number {
  return (text === undefined ? undefined : parseRate(text)) ?? 0;
}

export const holdRow = z.discriminatedUnion('kind', [
  z.strictObject({ ...sourced, kind: z.literal('amount'), threshold: amountField }),
  z.strictObject({
    ...sourced,
    kind: z.literal('category'),
    categories: z.array(categoryField).min(1, 'Say which categories are held.'),
  }),
  z.strictObject({ ...sourced, kind: z.literal('sample'), share: rateField }),
]) satisfies RowOf<'holds'>;
