import type { Transaction } from '#db/client.ts';
import {
  findRulesetContent,
  type RulesetPlace,
  type RulesetStep,
  type RulesetStepKind,
  readRulesetSteps,
} from '#db/record/ruleset-steps.ts';
import {
  type LockedRuleset,
  lockRuleset,
  type RulesetStatus,
} from '#db/record/ruleset-versions.ts';
import { rulesetDifference } from '#domain/ruleset-difference/ruleset-difference.ts';
import { AppError, type ErrorCode } from '#src/errors.ts';
import { VersionChanged } from './refusals.ts';

/** Who wants to move a version on, and which content of it was read before. */
export interface VersionRequest extends RulesetPlace {
  /** The client id of the credential. */
  readonly actor: string;
  /** Content hashes of If-Match; one of them must be what is there. */
  readonly contentHashes: readonly string[];
}

/** Who writes a version has no part in letting it pass; whoever withdraws it takes no side. */
export type Side = 'author' | 'approver' | 'either';

export interface OpenVersion extends LockedRuleset {
  readonly steps: readonly RulesetStep[];
}

/** Locks a version for a step of one side. Throws `not-found`, and `four-eyes`. */
export async function openVersion(
  tx: Transaction,
  request: VersionRequest,
  side: Side,
): Promise<OpenVersion> {
  const version = await lockRuleset(tx, request);
  if (version === undefined) throw new AppError('not-found', 'There is no such version.');
  const steps = await readRulesetSteps(tx, request);
  assertSide(steps, request.actor, side);
  return { ...version, steps };
}

const SIDES: Readonly<Record<RulesetStepKind, Side>> = {
  ...{ created: 'author', saved: 'author', submitted: 'author' },
  ...{ returned: 'approver', approved: 'approver', published: 'approver' },
  withdrawn: 'either',
};

function assertSide(steps: readonly RulesetStep[], actor: string, side: Side): void {
  if (side === 'either') return;
  const isOther = ({ kind }: RulesetStep) => SIDES[kind] !== side && SIDES[kind] !== 'either';
  if (!steps.some((step) => step.actor === actor && isOther(step))) return;
  const message =
    side === 'approver'
      ? 'You wrote a part of this version: somebody else returns, approves and publishes it.'
      : 'You have judged this version: somebody else changes it.';
  throw new AppError('four-eyes', message);
}

/** What a caller who did not hear the answer asks again: the last step, by the same actor. */
export function isDone(
  { steps }: OpenVersion,
  { actor }: VersionRequest,
  kind: RulesetStepKind,
): boolean {
  const last = steps.at(-1);
  return last?.kind === kind && last.actor === actor;
}

const WRONG_STATE = {
  draft: ['version-not-draft', 'Only a draft can be changed or submitted; make a new draft.'],
  submitted: ['version-not-submitted', 'Only a submitted version is approved or returned.'],
  approved: ['version-not-approved', 'Only an approved version that is not out yet is published.'],
} as const satisfies Partial<Record<RulesetStatus, readonly [ErrorCode, string]>>;

/** Throws when the version is elsewhere in its life, or is not what the caller has read. */
export async function assertReady(
  tx: Transaction,
  version: OpenVersion,
  { status, contentHashes }: { status: keyof typeof WRONG_STATE; contentHashes: readonly string[] },
): Promise<void> {
  const [code, message] = WRONG_STATE[status];
  if (version.status !== status) throw new AppError(code, message);
  await assertRead(tx, version, contentHashes);
}

/** Throws `version-changed` with what differs from what the caller has read. */
export async function assertRead(
  tx: Transaction,
  version: OpenVersion,
  contentHashes: readonly string[],
): Promise<void> {
  const { code, version: number, contentHash, document } = version;
  if (contentHashes.includes(contentHash)) return;
  const base = await findRulesetContent(tx, { code, version: number, contentHashes });
  const changes =
    base === undefined ? undefined : rulesetDifference(JSON.parse(base), JSON.parse(document));
  throw new VersionChanged(contentHash, changes);
}
