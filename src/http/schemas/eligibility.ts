import { z } from 'zod';
import { insuredKeySchema } from '#src/intake/care-sheet-schema.ts';
import { bodyCode, calendarDate } from '#src/intake/identifier-schemas.ts';
import { reasonSchema } from './reason.ts';

export const eligibilityRequest = z
  .strictObject({
    insured: insuredKeySchema,
    patient: z.strictObject({ rank: z.int().min(0).max(99), birthDate: calendarDate }),
    date: calendarDate.optional().meta({ description: 'Of the care; today unless told.' }),
  })
  .meta({ id: 'EligibilityRequest' });

const rulesetInForce = z
  .strictObject({
    id: z.string().meta({ examples: ['AMO-90-100@1'] }),
    from: calendarDate,
    to: calendarDate.nullable(),
  })
  .meta({ id: 'RulesetInForce' });

const ageLimit = z
  .strictObject({
    lastAge: z.int(),
    lastDay: calendarDate.meta({ description: 'The last day on which the age lets be covered.' }),
    row: z.string(),
    source: z.string(),
  })
  .meta({ id: 'AgeLimit' });

export const eligibilityAnswer = z
  .strictObject({
    date: calendarDate,
    open: z.boolean().meta({ description: 'False when care of that day would be denied.' }),
    reasons: z.array(reasonSchema),
    scheme: z.string().nullable(),
    fund: bodyCode.nullable().meta({ description: 'That pays on that day.' }),
    ruleset: rulesetInForce.nullable(),
    ageLimit: ageLimit.nullable().meta({ description: 'null: none that applies.' }),
  })
  .meta({ id: 'Eligibility', description: 'As it is recorded now; rights may be recorded late.' });
