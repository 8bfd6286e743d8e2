import { createHash } from 'node:crypto';
import { inTransaction, type Transaction } from '#db/client.ts';
import { findRulesetRequest, type RulesetPlace } from '#db/record/ruleset-steps.ts';
import { insertDraft, lockRuleset, lockRulesetNumbers } from '#db/record/ruleset-versions.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import {
  applyFieldSettings,
  type FieldSetting,
} from '#domain/ruleset-difference/apply-field-settings.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { contentFor, type RulesetContent } from './content-of.ts';
import { recordStep } from './record-step.ts';
import { FieldsRefused } from './refusals.ts';

/** What a draft begins with: a document, or that of a version with some fields set anew. */
export type DraftContent =
  | { readonly document: unknown }
  | { readonly from: number; readonly changes: readonly FieldSetting[] };

export interface DraftRequest {
  readonly code: string;
  /** The client id of the credential. */
  readonly actor: string;
  readonly content: DraftContent;
  /** Of the caller, who may ask again with it and then gets the same draft. */
  readonly key?: string | undefined;
}

/** Creates the next version of a ruleset as a draft; a new code is a new ruleset. */
export async function createDraft(
  context: Pick<Context, 'database'>,
  request: DraftRequest,
): Promise<RulesetPlace> {
  const { code, actor, content, key } = request;
  return inTransaction(context.database.as('rules'), (tx) =>
    onceByKey(tx, { actor, key, asked: { code, content } }, async (asked) => {
      const document = 'document' in content ? content.document : await changed(tx, code, content);
      return insertVersion(tx, {
        code,
        actor,
        content: contentFor(code, document),
        request: asked,
      });
    }),
  );
}

async function changed(
  tx: Transaction,
  code: string,
  { from, changes }: Extract<DraftContent, { readonly from: number }>,
): Promise<unknown> {
  const base = await lockRuleset(tx, { code, version: from });
  if (base === undefined) throw new AppError('not-found', 'There is no version to begin from.');
  const { document, unknown } = applyFieldSettings(JSON.parse(base.document), changes);
  if (unknown.length === 0) return document;
  throw new FieldsRefused(
    unknown.map((index) => ({ pointer: `/changes/${index}/path`, code: 'no-such-field' })),
  );
}

interface KeyedRequest {
  readonly actor: string;
  readonly key: string | undefined;
  /** What another request under the same key would have to ask too. */
  readonly asked: unknown;
}

type Asked = { readonly key: string; readonly hash: string } | undefined;

/** Creates a version once for a key of its author; numbers of versions are locked from here on. */
export async function onceByKey(
  tx: Transaction,
  { actor, key, asked }: KeyedRequest,
  create: (asked: Asked) => Promise<RulesetPlace>,
): Promise<RulesetPlace> {
  await lockRulesetNumbers(tx);
  if (key === undefined) return create(undefined);
  const hash = createHash('sha256').update(canonicalJson(asked)).digest('hex');
  const known = await findRulesetRequest(tx, { actor, key });
  if (known === undefined) return create({ key, hash });
  if (known.hash === hash) return known;
  throw new AppError('key-reused', 'This Idempotency-Key was used for another request.');
}

interface NewVersion {
  readonly code: string;
  readonly actor: string;
  readonly content: RulesetContent;
  readonly request: Asked;
}

export async function insertVersion(
  tx: Transaction,
  { code, actor, content, request }: NewVersion,
): Promise<RulesetPlace> {
  const { version } = await insertDraft(tx, { code, ...content, author: actor });
  await recordStep(tx, {
    ...{ code, version, kind: 'created', actor, ...content },
    ...(request === undefined ? {} : { request }),
  });
  return { code, version };
}
