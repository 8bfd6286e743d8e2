import type { z } from 'zod';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { RulesetIssue } from '#domain/ruleset-review/ruleset-issue.ts';
import { rulesetSchema } from './ruleset-schema.ts';
import { toIssues } from './to-issues.ts';

export type ParsedRuleset =
  | { readonly document: RulesetDocument }
  | { readonly issues: readonly RulesetIssue[] };

/** Reads what an admin wrote as a ruleset; all that is wrong with it is told at once. */
export function parseRuleset(input: unknown): ParsedRuleset {
  const parsed = rulesetSchema.safeParse(input);
  return parsed.success
    ? { document: parsed.data }
    : { issues: toRulesetIssues(parsed.error, input) };
}

function toRulesetIssues(error: z.ZodError, value: unknown): readonly RulesetIssue[] {
  const sources = { schema: rulesetSchema, value };
  const french = toIssues(error, { ...sources, language: 'fr' });
  const arabic = toIssues(error, { ...sources, language: 'ar' });
  const english = toIssues(error, { ...sources, language: 'en' });
  return french.map(({ pointer, code, message: fr }, index) => ({
    pointer,
    code,
    severity: 'error',
    message: { fr, ar: arabic[index]?.message ?? '', en: english[index]?.message ?? '' },
  }));
}
