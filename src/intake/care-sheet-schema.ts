import { z } from 'zod';
import { KINDS_OF_CARE, PAYMENT_MODES, RELATIONSHIPS } from '#domain/care-sheet/care-sheet.ts';
import {
  areNumbered,
  isNumberOfIssuer,
  isPayable,
  isRankOfPatient,
  lineTotal,
} from './coherence.ts';
import {
  bodyCode,
  calendarDate,
  documentNumber,
  inpe,
  registrationNumber,
} from './identifier-schemas.ts';
import { estimatedLineSchema, lineItemSchema } from './line-item-schema.ts';
import { whenRight } from './when-right.ts';

export const insuredKeySchema = z
  .strictObject({ issuer: bodyCode, number: registrationNumber })
  .superRefine(checkCnssNumber, whenRight('issuer', 'number'));

const patient = z
  .strictObject({
    relationship: z.enum(RELATIONSHIPS),
    rank: z.int().min(0).max(99),
    birthDate: calendarDate,
  })
  .superRefine(checkRank, whenRight('relationship', 'rank'));

const prescription = z.strictObject({ number: documentNumber.optional(), date: calendarDate });
const stay = z.strictObject({ admission: calendarDate, discharge: calendarDate });

/** A care sheet that is not sent yet: all of it but what nobody has before the care is given. */
export const estimateSchema = z
  .strictObject({
    number: documentNumber.optional(),
    fund: bodyCode,
    insured: insuredKeySchema,
    patient,
    provider: z.strictObject({ inpe }),
    prescriber: z.strictObject({ inpe }).optional(),
    prescription: prescription.optional(),
    kindOfCare: z.enum(KINDS_OF_CARE),
    stay: stay.optional(),
    payment: z.enum(PAYMENT_MODES),
    lines: z.array(estimatedLineSchema).min(1).max(100),
  })
  .superRefine(checkLineNumbers, whenRight('lines.*.number'))
  .superRefine(checkTotal, whenRight('lines.*.quantity', 'lines.*.unitPrice'))
  .meta({ id: 'EstimateRequest' });

export type EstimateRequest = z.infer<typeof estimateSchema>;

/**
 * A care sheet as it is submitted. Only what makes it unreadable as a sheet is refused here;
 * a sheet that cannot be paid (late, unknown insured, ...) is valid and gets a decision.
 */
export const careSheetSchema = estimateSchema
  .safeExtend({ number: documentNumber, lines: z.array(lineItemSchema).min(1).max(100) })
  .meta({ id: 'CareSheetSubmission' });

/** What a sender submits, when it satisfies the schema. */
export type Submission = z.infer<typeof careSheetSchema>;

function checkCnssNumber(
  insured: { issuer: string; number: string },
  context: z.RefinementCtx,
): void {
  if (isNumberOfIssuer(insured)) return;
  context.addIssue({ code: 'custom', path: ['number'], message: 'not-a-cnss-number' });
}

function checkRank(
  patient: { relationship: string; rank: number },
  context: z.RefinementCtx,
): void {
  if (isRankOfPatient(patient)) return;
  context.addIssue({ code: 'custom', path: ['rank'], message: 'rank-of-patient' });
}

function checkLineNumbers(
  { lines }: { lines: readonly { number: number }[] },
  context: z.RefinementCtx,
): void {
  if (areNumbered(lines)) return;
  context.addIssue({ code: 'custom', path: ['lines'], message: 'line-numbers' });
}

function checkTotal(
  { lines }: { lines: readonly { quantity: number; unitPrice: string }[] },
  context: z.RefinementCtx,
): void {
  const totals = lines.map(lineTotal);
  // A line that is too large by itself already has its own issue.
  if (totals.some((total) => !isPayable(total))) return;
  if (isPayable(totals.reduce((sum, total) => sum + total, 0))) return;
  context.addIssue({ code: 'custom', path: ['lines'], message: 'amount-too-large' });
}
