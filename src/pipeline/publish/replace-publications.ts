import type { Transaction } from '#db/client.ts';
import { readCurrentRows, saveChanges } from '#db/record/record-rows.ts';
import { PUBLICATIONS, type PublicationRow } from '#db/record/reference-tables.ts';
import { openRevision } from '#db/record/revision.ts';
import { rowDifference } from '#db/record/row-difference.ts';

export interface Replacement {
  /** All publications of these schemes as they were, and as they shall be. */
  readonly before: readonly PublicationRow[];
  readonly after: readonly PublicationRow[];
  readonly actor: string;
}

/** What is published now for the schemes of these rows. */
export function readPublications(
  tx: Transaction,
  about: readonly PublicationRow[],
): Promise<PublicationRow[]> {
  return readCurrentRows(tx, PUBLICATIONS, about);
}

/**
 * Changes what is published under one new revision, so that every worker sees all of it at its
 * next transaction or nothing. Undefined when nothing changes. The record must be locked.
 */
export async function replacePublications(
  tx: Transaction,
  { before, after, actor }: Replacement,
): Promise<number | undefined> {
  const changes = rowDifference(PUBLICATIONS, before, after);
  if (changes.inserted.length + changes.superseded.length === 0) return undefined;
  const revision = await openRevision(tx, { kind: 'reference', actor });
  await saveChanges(tx, PUBLICATIONS, { ...changes, revision });
  return revision;
}
