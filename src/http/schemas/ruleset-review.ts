import { z } from 'zod';
import { rulesetFields } from './ruleset.ts';

const issueSchema = z
  .strictObject({
    pointer: z.string().meta({ description: 'JSON Pointer into the document.' }),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
  })
  .meta({ id: 'RulesetIssue' });

const rowSchema = z.strictObject({ code: z.string(), pointer: z.string() });

const differenceSchema = z.strictObject({
  pointer: z.string(),
  line: z.int().nullable().meta({ description: 'Null: of the sheet as a whole.' }),
  heading: z.string().meta({ examples: ['benefit'] }),
  expected: z.string(),
  actual: z.string(),
});

export const casesSchema = z
  .strictObject({
    passed: z.int(),
    failed: z.int(),
    cases: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        pointer: z.string(),
        passed: z.boolean(),
        differences: z.array(differenceSchema),
        rows: z.array(z.string()).meta({ description: 'Codes of the rows that decided it.' }),
      }),
    ),
    untouched: z.array(rowSchema).meta({ description: 'Rows that no case touches.' }),
  })
  .meta({ id: 'GoldenCases' });

export const reviewSchema = z
  .strictObject({
    submittable: z.boolean(),
    issues: z.array(issueSchema),
    cases: casesSchema.nullable().meta({ description: 'Null when it cannot be applied at all.' }),
  })
  .meta({ id: 'RulesetReview' });
export type Review = z.output<typeof reviewSchema>;

/** A draft as it is stored now, with what can be said of it. */
export const draftAnswerSchema = z
  .strictObject({ ...rulesetFields, review: reviewSchema })
  .meta({ id: 'RulesetDraft' });
