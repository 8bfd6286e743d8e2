import { z } from 'zod';
import { currentEpoch, type FeedEvent, readFeed } from '#db/reads/adjudication-feed.ts';
import { readAs } from '#db/reads/read-as.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { AppError } from '#src/errors.ts';
import { createIssue } from '#src/intake/issue.ts';
import { careSheetLinks } from '../../answers/present-care-sheet.ts';
import { HttpError } from '../../problems/http-error.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../../request/cursor.ts';
import { within } from '../../request/within.ts';
import { type Call, defineRoute } from '../../route.ts';
import { type FeedItem, feedSchema } from '../../schemas/feed.ts';
import { cursor, PAGE_LIMIT, streamLimit } from '../../schemas/paging.ts';
import { readerOf, SHEET_READERS } from './find-visible-sheet.ts';

const START = { epoch: 0, xid: '0', id: 0 };

/** A feed to follow: every page has a cursor to go on with, also the one that is empty. */
export const listAdjudications = defineRoute({
  method: 'get',
  path: '/v1/adjudications',
  summary: 'What happened to care sheets, in the order in which it was committed',
  access: { roles: SHEET_READERS, scope: 'own-sheets' },
  query: z.strictObject({ limit: streamLimit, cursor }),
  answers: {
    200: {
      description:
        'One page; ask again from `next`. As application/x-ndjson an item a line, and `next` in ' +
        'a last line of its own: without that line the answer was cut off.',
      schema: feedSchema,
      streamed: 'application/x-ndjson',
    },
  },
  async handle({ api, caller, query, mediaType, language }) {
    const from = query.cursor === undefined ? undefined : decodeFeedCursor(query.cursor);
    const part = { from, limit: query.limit };
    if (mediaType === 'application/x-ndjson') {
      return { status: 200, lines: inPages({ api, caller }, part) };
    }
    if (query.limit > PAGE_LIMIT) {
      const { pointer, ...issue } = createIssue('not-a-page-size', { pointer: '', language });
      throw new HttpError('query-invalid', { errors: [{ parameter: 'limit', ...issue }] });
    }
    const { items, next } = await readPage({ api, caller }, part);
    return { status: 200, json: { items, next: encodeFeedCursor(next.epoch, next.position) } };
  },
});

type Place = ReturnType<typeof decodeFeedCursor>;
type Asker = Pick<Call<unknown, unknown>, 'api' | 'caller'>;

interface Part {
  /** undefined: from the start. */
  readonly from: Place | undefined;
  readonly limit: number;
}

/** Each page is a short transaction of its own: a long one would hold back the whole feed. */
async function* inPages(asker: Asker, { from, limit }: Part): AsyncGenerator<unknown[]> {
  let place = from;
  for (let left = limit; ; ) {
    const part = { from: place, limit: Math.min(left, PAGE_LIMIT) };
    const { items, next } = await within(asker.api.patience, readPage(asker, part));
    place = next;
    left -= items.length;
    const isLast = left === 0 || items.length < part.limit;
    const end = isLast ? [{ next: encodeFeedCursor(next.epoch, next.position) }] : [];
    yield [...items, ...end];
    if (isLast) return;
  }
}

function readPage(
  { api, caller }: Asker,
  { from, limit }: Part,
): Promise<{ items: FeedItem[]; next: Place }> {
  return readAs(api.context.database, caller.organisationId, async (tx) => {
    const epoch = await currentEpoch(tx);
    if (from !== undefined && from.epoch !== epoch) throw expired();
    const after = from?.position ?? START;
    const events = await readFeed(tx, readerOf(caller), { after, limit });
    return { items: events.map(presentEvent), next: { epoch, position: events.at(-1) ?? after } };
  });
}

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
