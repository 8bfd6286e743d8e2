import { z } from 'zod';
import { RULESET_STEPS } from '#db/record/ruleset-steps.ts';
import { VERSION_STATES } from '#domain/coverage/version-state.ts';
import { calendarDate } from '#src/intake/identifier-schemas.ts';

const header = {
  code: z.string().meta({ examples: ['AMO-90-100'] }),
  version: z.int(),
  state: z.enum(VERSION_STATES).meta({
    description: 'Of a published version it follows from its publications and the day.',
  }),
  contentHash: z.string().meta({ description: 'SHA-256 of the document, in hexadecimal.' }),
  createdAt: z.iso.datetime(),
  publications: z.array(
    z.strictObject({
      scheme: z.string(),
      validFrom: calendarDate,
      validTo: calendarDate.nullable(),
    }),
  ),
};

const rulesetSummarySchema = z.strictObject(header).meta({ id: 'RulesetSummary' });
export type RulesetSummary = z.output<typeof rulesetSummarySchema>;

export const rulesetListSchema = z
  .strictObject({ items: z.array(rulesetSummarySchema) })
  .meta({ id: 'RulesetList' });

const stepSchema = z
  .strictObject({
    number: z.int(),
    kind: z.enum(RULESET_STEPS),
    actor: z.string().meta({ description: 'The client that did it.' }),
    at: z.iso.datetime(),
    contentHash: z.string(),
    remark: z.string().nullable(),
  })
  .meta({ id: 'RulesetStep' });

/** A document as it is written; a draft may be no valid ruleset yet. */
export const rulesetDocument = z.looseObject({ code: z.string() }).meta({
  description: 'The rules as data; every row has its source.',
});

export const rulesetFields = {
  ...header,
  life: z.array(stepSchema).nullable().meta({
    description: 'Who did what to it; null for whoever has no part in the making of rules.',
  }),
  document: rulesetDocument,
};

export const rulesetAnswerSchema = z.strictObject(rulesetFields).meta({ id: 'Ruleset' });
export type RulesetAnswer = z.output<typeof rulesetAnswerSchema>;

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/);

export const rulesetCodeParams = z.strictObject({ code });

export const versionNumber = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/)
  .transform(Number);

export const rulesetParams = z.strictObject({ code, version: versionNumber });
