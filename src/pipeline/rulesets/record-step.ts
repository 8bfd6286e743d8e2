import type { Queryable } from '#db/client.ts';
import { insertRulesetStep, type NewRulesetStep } from '#db/record/ruleset-steps.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';

/**
 * Adds a step to the life of a version and to the audit, with the revision of the record when it
 * changed what is published. Call it last, since it holds the audit until COMMIT.
 */
export async function recordStep(
  tx: Queryable,
  step: NewRulesetStep,
  revision?: number,
): Promise<void> {
  const { code, version, kind, actor } = step;
  const number = await insertRulesetStep(tx, step);
  const subject = [
    `ruleset:${code}:${version}:step:${number}`,
    ...(revision === undefined ? [] : [`revision:${revision}`]),
  ].join(':');
  await appendAudit(tx, { actor, action: `ruleset.${kind}`, subject });
}
