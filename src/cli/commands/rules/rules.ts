import type { Command } from 'commander';
import { addRulesApprove } from './approve.ts';
import { addRulesDiff } from './diff.ts';
import { addRulesDraft } from './draft.ts';
import { addRulesList } from './list.ts';
import { addRulesPublish } from './publish.ts';
import { addRulesReturn } from './return.ts';
import { addRulesRollback } from './rollback.ts';
import { addRulesSave } from './save.ts';
import { addRulesShow } from './show.ts';
import { addRulesSimulate } from './simulate.ts';
import { addRulesSubmit } from './submit.ts';
import { addRulesTest } from './test.ts';
import { addRulesValidate } from './validate.ts';
import { addRulesWithdraw } from './withdraw.ts';

/** `tasfiya rules`: the life of rulesets, as two people with credentials of their own live it. */
export function addRules(program: Command): void {
  const rules = program
    .command('rules')
    .description('rulesets: read, compare, simulate, draft, submit, approve, publish, roll back');
  for (const add of [
    addRulesList,
    addRulesShow,
    addRulesValidate,
    addRulesDiff,
    addRulesTest,
    addRulesSimulate,
    addRulesDraft,
    addRulesSave,
    addRulesSubmit,
    addRulesReturn,
    addRulesApprove,
    addRulesPublish,
    addRulesWithdraw,
    addRulesRollback,
  ]) {
    add(rules);
  }
}
