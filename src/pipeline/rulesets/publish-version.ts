import { inTransaction } from '#db/client.ts';
import { PUBLICATIONS, type PublicationRow } from '#db/record/reference-tables.ts';
import { lockRecord } from '#db/record/revision.ts';
import { rowDifference } from '#db/record/row-difference.ts';
import { setRulesetStatus } from '#db/record/ruleset-versions.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { casablancaDate } from '#src/clock.ts';
import type { Context } from '#src/context.ts';
import { publishAllOver } from '../publish/publish-over.ts';
import { readPublications, replacePublications } from '../publish/replace-publications.ts';
import { assertAhead, assertFree } from './assert-ahead.ts';
import {
  assertReady,
  isDone,
  type OpenVersion,
  openVersion,
  type VersionRequest,
} from './open-version.ts';
import { recordStep } from './record-step.ts';

export interface PublishRequest extends VersionRequest {
  /** Of care; the document's own where it is left out. */
  readonly effectiveFrom?: CalendarDate | undefined;
  readonly effectiveTo?: CalendarDate | null | undefined;
}

/**
 * Publishes an approved version for its schemes, from a date of care that is still to come. All
 * of it is one revision of the record, which every worker takes at its next transaction.
 */
export async function publishVersion(
  context: Pick<Context, 'database' | 'clock'>,
  request: PublishRequest,
): Promise<void> {
  const { code, version, actor, contentHashes } = request;
  const today = casablancaDate(context.clock());
  await inTransaction(context.database.as('rules'), async (tx) => {
    await lockRecord(tx);
    const approved = await openVersion(tx, request, 'approver');
    const wanted = wantedRows(approved, request);
    const before = await readPublications(tx, wanted);
    if (isDone(approved, request, 'published') && areOut(before, wanted)) return;
    await assertReady(tx, approved, { status: 'approved', contentHashes });
    for (const period of wanted.slice(0, 1)) assertAhead(period, today);
    assertFree(before, wanted, today);
    const after = publishAllOver(before, wanted);
    const revision = await replacePublications(tx, { before, after, actor });
    await setRulesetStatus(tx, { code, version, status: 'published' });
    const { contentHash } = approved;
    await recordStep(tx, { code, version, kind: 'published', actor, contentHash }, revision);
  });
}

/** One publication a scheme; the days that were asked for win over those of the document. */
function wantedRows(
  { code, version, document }: OpenVersion,
  { effectiveFrom, effectiveTo }: PublishRequest,
): PublicationRow[] {
  const ruleset = JSON.parse(document) as RulesetDocument;
  const validFrom = effectiveFrom ?? ruleset.effectiveFrom;
  const validTo = effectiveTo === undefined ? ruleset.effectiveTo : effectiveTo;
  return [...new Set(ruleset.schemes)].map((scheme) => ({
    ...{ scheme, code, version, validFrom, validTo },
  }));
}

function areOut(current: readonly PublicationRow[], wanted: readonly PublicationRow[]): boolean {
  return rowDifference(PUBLICATIONS, wanted, current).superseded.length === 0;
}
