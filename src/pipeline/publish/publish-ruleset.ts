import { type Database, inTransaction, type Transaction } from '#db/client.ts';
import { lockRecord } from '#db/record/revision.ts';
import {
  findPublishedRulesets,
  insertRuleset,
  lockRulesetNumbers,
  type NewRuleset,
  type StoredRuleset,
} from '#db/record/ruleset-versions.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { assertRuleset } from '#domain/coverage/ruleset-check.ts';
import { AppError } from '#src/errors.ts';
import { parseRuleset } from '#src/intake/parse-ruleset.ts';
import { contentOf } from '../rulesets/content-of.ts';
import { recordStep } from '../rulesets/record-step.ts';
import { publishAllOver } from './publish-over.ts';
import { readPublications, replacePublications } from './replace-publications.ts';

export interface Publication {
  /** What an admin wrote; it is validated here. */
  readonly document: unknown;
  readonly author: string;
  /** Somebody else than the author. */
  readonly approver: string;
}

export interface PublishedRuleset extends StoredRuleset {
  /** False: this content was published already and is in force for its schemes and dates. */
  readonly changed: boolean;
}

/**
 * Publishes a ruleset for its schemes, from its first to its last effective day, in place of
 * what was published for those days. The content of the newest version keeps its number; that of an
 * older one changes nothing, or a seed that runs again would undo what people published since.
 */
export async function publishRuleset(
  context: { readonly database: Database },
  { document, author, approver }: Publication,
): Promise<PublishedRuleset> {
  const ruleset = readRuleset(document);
  if (author === approver || author === '' || approver === '') {
    const message = 'A ruleset is approved by somebody else than its author.';
    throw new AppError('forbidden', message);
  }
  const content = contentOf(ruleset);
  const version = { code: ruleset.code, ...content, author, approver };
  return inTransaction(context.database.as('operator'), async (tx) => {
    await lockRecord(tx);
    await lockRulesetNumbers(tx);
    const [latest, ...older] = await findPublishedRulesets(tx, ruleset.code);
    const isKnown = ({ contentHash }: StoredRuleset) => contentHash === content.contentHash;
    const superseded = older.find(isKnown);
    if (latest && !isKnown(latest) && superseded) return { ...superseded, changed: false };
    const stored = latest && isKnown(latest) ? latest : await insertApproved(tx, version);
    const changed = await publish(tx, { ruleset, stored, approver });
    return { ...stored, changed };
  });
}

/** Author and approver are taken at their word here: a seed has no credentials. */
async function insertApproved(tx: Transaction, version: NewRuleset): Promise<StoredRuleset> {
  const stored = await insertRuleset(tx, version);
  const { document, author, approver } = version;
  await recordStep(tx, { ...stored, kind: 'created', actor: author, document });
  await recordStep(tx, { ...stored, kind: 'approved', actor: approver });
  return stored;
}

function readRuleset(document: unknown): RulesetDocument {
  const read = parseRuleset(document);
  if ('issues' in read) {
    const faults = read.issues.map(({ pointer, message }) => `${pointer}: ${message.en}`);
    throw new AppError('input-invalid', `Correct the ruleset. ${faults.join(' ')}`);
  }
  assertApplicable(read.document);
  return read.document;
}

/** What the engine would refuse to compile is refused here, before anybody depends on it. */
function assertApplicable(document: RulesetDocument): void {
  try {
    assertRuleset(document);
  } catch (error) {
    throw inapplicable(error);
  }
}

function inapplicable(cause: unknown): AppError {
  const why = cause instanceof RangeError ? cause.message : 'it cannot be applied';
  return new AppError('input-invalid', `Correct the ruleset. ${why}.`, { cause });
}

interface Step {
  readonly ruleset: RulesetDocument;
  readonly stored: StoredRuleset;
  readonly approver: string;
}

/** False when the version is in force already, as it says, for all its schemes. */
async function publish(tx: Transaction, { ruleset, stored, approver }: Step): Promise<boolean> {
  const { code, version } = stored;
  const wanted = [...new Set(ruleset.schemes)].map((scheme) => ({
    scheme,
    code,
    version,
    validFrom: ruleset.effectiveFrom,
    validTo: ruleset.effectiveTo,
  }));
  const before = await readPublications(tx, wanted);
  const after = publishAllOver(before, wanted);
  const revision = await replacePublications(tx, { before, after, actor: approver });
  if (revision === undefined) return false;
  await recordStep(tx, { ...stored, kind: 'published', actor: approver }, revision);
  return true;
}
