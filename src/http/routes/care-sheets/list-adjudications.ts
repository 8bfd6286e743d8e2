import { z } from 'zod';
import { currentEpoch, type FeedEvent, readFeed } from '#db/reads/adjudication-feed.ts';
import { readAs } from '#db/reads/read-as.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { AppError } from '#src/errors.ts';
import { careSheetLinks } from '../../answers/present-care-sheet.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import { type FeedItem, feedSchema } from '../../schemas/feed.ts';
import { cursor, limit } from '../../schemas/paging.ts';
import { readerOf, SHEET_READERS } from './find-visible-sheet.ts';

const START = { epoch: 0, xid: '0', id: 0 };

/** A feed to follow: every page has a cursor to go on with, also the one that is empty. */
export const listAdjudications = defineRoute({
  method: 'get',
  path: '/v1/adjudications',
  summary: 'What happened to care sheets, in the order in which it was committed',
  access: { roles: SHEET_READERS, scope: 'own-sheets' },
  query: z.strictObject({ limit, cursor }),
  answers: { 200: { description: 'One page; ask again from `next`.', schema: feedSchema } },
  async handle({ api, caller, query }) {
    const reader = readerOf(caller);
    const from = query.cursor === undefined ? undefined : decodeFeedCursor(query.cursor);
    const { epoch, events } = await readAs(
      api.context.database,
      caller.organisationId,
      async (tx) => {
        const now = await currentEpoch(tx);
        if (from !== undefined && from.epoch !== now) throw expired();
        const after = from?.position ?? START;
        return { epoch: now, events: await readFeed(tx, reader, { after, limit: query.limit }) };
      },
    );
    const position = events.at(-1) ?? from?.position ?? START;
    const items = events.map(presentEvent);
    return { status: 200, json: { items, next: encodeFeedCursor(epoch, position) } };
  },
});

function expired(): AppError {
  return new AppError('cursor-expired', 'The database was restored: start without a cursor.');
}

function presentEvent(event: FeedEvent): FeedItem {
  const { kind, at, sheetId, number, revision, outcome, scheme, submitted, benefit } = event;
  return {
    kind: kind as FeedItem['kind'],
    at: at.toISOString(),
    careSheet: { id: sheetId, number, links: careSheetLinks(sheetId) },
    ...{ revision, scheme },
    outcome: outcome as FeedItem['outcome'],
    submitted: submitted === null ? null : formatAmount(submitted),
    benefit: benefit === null ? null : formatAmount(benefit),
  };
}
