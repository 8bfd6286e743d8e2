import { z } from 'zod';
import { isCodeOfKind, isPayable, lineTotal } from './coherence.ts';
import { amount, calendarDate, coefficient, diagnosis, keyLetter } from './identifier-schemas.ts';
import { whenRight } from './when-right.ts';

/** An act or a medicine that is not executed yet: its date may be left open. */
export const estimatedLineSchema = z
  .strictObject({
    number: z.int().min(1).max(100),
    kind: z.enum(['act', 'medicine']),
    code: z.string().meta({
      description: 'Of an act: its nomenclature code; of a medicine: the 13 digits of its barcode.',
      examples: ['C433', '6118000140213'],
    }),
    keyLetter: keyLetter.optional(),
    coefficient: coefficient.optional(),
    quantity: z.int().min(1).max(999),
    unitPrice: amount,
    date: calendarDate.optional().meta({
      description: 'Of the care: today, or the admission of the stay, unless told.',
    }),
    diagnosis: diagnosis.optional(),
  })
  .superRefine(checkCode, whenRight('kind', 'code'))
  .superRefine(checkAmount, whenRight('quantity', 'unitPrice'))
  .meta({ id: 'EstimatedLineItem' });

/** One executed act or medicine of a submitted care sheet. */
export const lineItemSchema = estimatedLineSchema
  .safeExtend({ date: calendarDate })
  .meta({ id: 'SubmittedLineItem' });

function checkCode(line: { kind: string; code: string }, context: z.RefinementCtx): void {
  if (isCodeOfKind(line)) return;
  const message = line.kind === 'act' ? 'not-an-act-code' : 'not-a-medicine-code';
  context.addIssue({ code: 'custom', path: ['code'], message });
}

function checkAmount(
  line: { quantity: number; unitPrice: string },
  context: z.RefinementCtx,
): void {
  if (isPayable(lineTotal(line))) return;
  context.addIssue({ code: 'custom', path: ['unitPrice'], message: 'amount-too-large' });
}
