import { z } from 'zod';
import { calendarDate } from '#src/intake/identifier-schemas.ts';

const header = {
  code: z.string().meta({ examples: ['AMO-90-100'] }),
  version: z.int(),
  status: z.enum(['draft', 'submitted', 'approved', 'published', 'withdrawn']),
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

export const rulesetListSchema = z
  .strictObject({ items: z.array(rulesetSummarySchema) })
  .meta({ id: 'RulesetList' });

export const rulesetAnswerSchema = z
  .strictObject({
    ...header,
    document: z.looseObject({ code: z.string() }).meta({
      description: 'The rules as data; every row has its source.',
    }),
  })
  .meta({ id: 'Ruleset' });

export const rulesetParams = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/),
  version: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number),
});
