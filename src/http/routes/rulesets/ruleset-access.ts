import type { Queryable } from '#db/client.ts';
import { findRuleset, type RulesetContents } from '#db/reads/rulesets.ts';
import { readRulesetSteps } from '#db/record/ruleset-steps.ts';
import { type Caller, ROLES, type Role } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import type { VersionRequest } from '#src/pipeline/rulesets/open-version.ts';
import { presentRuleset } from '../../answers/present-ruleset.ts';
import { etag, refuseRuleset } from '../../problems/refuse-ruleset.ts';
import { readIfMatch } from '../../request/read-if-match.ts';
import type { Answer, Call } from '../../route.ts';
import type { RulesetAnswer } from '../../schemas/ruleset.ts';
import { readReference, todayOf } from '../reference/read-reference.ts';

/** Who may write versions, who may let them pass, who may see what is not out yet. */
export const AUTHORS = { roles: ['rules-author'], scope: 'rules' } as const;
export const APPROVERS = { roles: ['rules-approver'], scope: 'rules' } as const;
export const MAKERS = { roles: ['rules-author', 'rules-approver'], scope: 'rules' } as const;
const INSIDERS: readonly Role[] = ['rules-author', 'rules-approver', 'auditor', 'operator'];
export const INSIDE = { roles: INSIDERS, scope: 'rules' } as const;
export const EVERYBODY = { roles: ROLES, scope: 'reference' } as const;

export function isInsider({ roles, organisationKind }: Caller): boolean {
  return organisationKind !== 'provider' && roles.some((role) => INSIDERS.includes(role));
}

export interface RulesetParams {
  readonly code: string;
  readonly version: number;
}

/** A version that the caller may see; throws `not-found`. */
export async function findVisible(
  tx: Queryable,
  caller: Caller,
  { code, version }: RulesetParams,
): Promise<RulesetContents> {
  const found = await findRuleset(tx, { code, version, unpublished: isInsider(caller) });
  if (found === undefined) throw new AppError('not-found', 'There is no such version.');
  return found;
}

/** A version as the caller may see it now. */
export async function readRuleset(
  call: Call<unknown, unknown>,
  place: RulesetParams,
): Promise<RulesetAnswer> {
  const withLife = isInsider(call.caller);
  const [ruleset, steps] = await readReference(call, async (tx) => [
    await findVisible(tx, call.caller, place),
    withLife ? await readRulesetSteps(tx, place) : null,
  ]);
  return presentRuleset(ruleset, { today: todayOf(call.api), steps });
}

/** The header that a change of a version asks for. */
export const IF_MATCH = { 'If-Match': 'The ETag of the version as you have read it.' };

/** The header that makes it harmless to ask again. */
export const IDEMPOTENCY_KEY = {
  'Idempotency-Key': 'A value of your own; asked again with it, you get the same version.',
};

/** Takes a step in the life of a version, and answers with the version as it is then. */
export async function takeStep(
  call: Call<RulesetParams, unknown>,
  step: (request: VersionRequest) => Promise<void>,
): Promise<Answer> {
  const { caller, params, header } = call;
  const contentHashes = readIfMatch(header('If-Match'));
  await explained(call, step({ ...params, actor: caller.clientId, contentHashes }));
  const json = await readRuleset(call, params);
  return { status: 200, json, headers: etag(json.contentHash) };
}

/** What a step refuses becomes a problem in the words of the caller. */
export function explained<T>({ language }: Call<unknown, unknown>, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw refuseRuleset(error, language);
  });
}
