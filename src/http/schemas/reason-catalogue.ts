import { z } from 'zod';
import { REASON_FAMILIES } from '#domain/decision/reason.ts';
import { REASON_CODES, type ReasonCode } from '#domain/decision/reason-codes.ts';
import { reasonWordingSchema } from '#src/intake/parse-reason-wording.ts';

const codes = Object.keys(REASON_CODES) as [ReasonCode, ...ReasonCode[]];

export const reasonParams = z.strictObject({ code: z.enum(codes) });

const shared = {
  code: z.enum(codes),
  family: z.enum(REASON_FAMILIES),
  facts: z.array(z.string()).meta({ description: 'What its sentences may name, as {fact}.' }),
  rules: z.array(z.string()).meta({ description: 'Codes of the rules that give it.' }),
  ...reasonWordingSchema.shape,
  version: z.int().meta({ description: 'In force; 0 as shipped.' }),
  inForceSince: z.iso.datetime().nullable(),
};

export const reasonListSchema = z
  .strictObject({ items: z.array(z.strictObject(shared).meta({ id: 'CatalogueReason' })) })
  .meta({ id: 'ReasonList' });

const versionSchema = z
  .strictObject({
    version: z.int(),
    status: z.enum(['proposed', 'approved']),
    contentHash: z.string(),
    author: z.string(),
    approver: z.string().nullable(),
    proposedAt: z.iso.datetime(),
    approvedAt: z.iso.datetime().nullable(),
    wording: reasonWordingSchema,
  })
  .meta({ id: 'ReasonVersion' });

/** One reason; what was proposed is for those who write and approve rules. */
export const reasonEntrySchema = z
  .strictObject({
    ...shared,
    contentHash: z
      .string()
      .meta({ description: 'Of the newest version: what a change must read.' }),
    proposed: z.boolean().meta({ description: 'The newest version waits for its approval.' }),
    versions: z.array(versionSchema),
  })
  .meta({ id: 'ReasonEntry' });

export type ReasonEntry = z.output<typeof reasonEntrySchema>;
export type ReasonListAnswer = z.output<typeof reasonListSchema>;
