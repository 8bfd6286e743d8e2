import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Caller } from '#src/access/roles.ts';
import { createLineGroups, type LineGroups } from '#src/pipeline/bulk/line-groups.ts';
import { openUpload } from '#src/pipeline/bulk/open-upload.ts';
import { createLineSplitter } from '#src/pipeline/bulk/split-lines.ts';
import type { Api } from '../../api.ts';
import { HttpError } from '../../problems/http-error.ts';
import { toProblem } from '../../problems/problem.ts';
import { MAX_BODY } from '../../request/read-body.ts';
import { within } from '../../request/within.ts';
import { answerLine, type LinePlace, type ReadLine, readLine } from './bulk-line.ts';
import type { BulkCounts, BulkLine } from './bulk-schemas.ts';

export interface BulkExchange extends LinePlace {
  readonly api: Api;
  readonly caller: Caller;
  readonly input: IncomingMessage;
  /** Milliseconds without a byte, in or out, after which it ends. */
  readonly idle: number;
}

type Page = readonly (BulkLine | { counts: BulkCounts })[];

const GROUP = { maxItems: 300, maxBytes: 1024 * 1024, maxInFlight: 2, linger: 20 };
/** Milliseconds for a caller who still sends to read why nobody listens any more. */
const LAST_WORD = 5_000;

/**
 * Stores what comes in and gives the results as pages, in the order of the lines. Reading goes
 * on only as results are taken, so memory is bounded whatever the length of the body.
 */
export function exchangeBulk(exchange: BulkExchange): PassThrough {
  const pages = new PassThrough({ objectMode: true, highWaterMark: 1 });
  // Whoever reads the pages learns of it, and an upload has nobody else to tell.
  pages.on('error', () => undefined);
  void converse(exchange, pages).catch((error: unknown) => pages.destroy(error as Error));
  return pages;
}

async function converse(exchange: BulkExchange, pages: PassThrough): Promise<void> {
  const { api, caller } = exchange;
  const counts = { lines: 0, accepted: 0, replayed: 0, refused: 0 };
  const upload = openUpload(api.context, caller);
  const groups = createLineGroups<ReadLine, Page>({
    ...GROUP,
    write: (page) => hand(pages, page),
    async work(items) {
      const sheets = items.flatMap((item) => ('uploaded' in item ? [item.uploaded] : []));
      const results = sheets.length === 0 ? [] : await within(api.patience, upload(sheets));
      let next = 0;
      return items.map((item) => {
        const result = 'uploaded' in item ? results[next++] : undefined;
        count(counts, result?.kind);
        api.metrics.accepted(result?.kind ?? 'refused');
        return answerLine(item, result, exchange);
      });
    },
  });
  const failures: unknown[] = [];
  const fail = (error: unknown) => void failures.push(error);
  await Promise.race([readLines(exchange, groups), idled(exchange), groups.failed]).catch(fail);
  await groups.end().catch(fail);
  if (failures.length === 0) await hand(pages, [{ counts }]);
  else await giveUp(exchange, pages, { counts, error: failures[0] });
  pages.end();
}

async function readLines(
  { api, input, requestId, language }: BulkExchange,
  groups: LineGroups<ReadLine>,
): Promise<void> {
  const splitter = createLineSplitter(MAX_BODY);
  const place = { requestId, language };
  for await (const piece of input.iterator({ destroyOnReturn: false })) {
    const now = api.context.clock();
    for (const line of splitter.push(piece as Buffer)) {
      if (groups.add(readLine(line, place, now), line.bytes?.length ?? 0)) await groups.room();
    }
  }
  for (const line of splitter.end()) groups.add(readLine(line, place, api.context.clock()), 0);
}

function idled({ input, idle }: BulkExchange): Promise<never> {
  return new Promise((_, reject) => {
    input.setTimeout(idle, () => reject(new HttpError('request-timeout')));
  });
}

/** Says why the rest is not read. What has a result is stored; the caller sends the rest again. */
async function giveUp(
  { api, input, requestId, language }: BulkExchange,
  pages: PassThrough,
  { counts, error }: { counts: BulkCounts; error: unknown },
): Promise<void> {
  if (input.destroyed && !input.complete) return;
  const { problem } = toProblem(error, { requestId, language });
  if (problem.status >= 500) {
    api.context.logger.error({ err: error, requestId, route: '/v1/care-sheets/bulk' }, 'failed');
  }
  // Unread bytes would keep the answer from its reader; a caller who goes on for long is cut off.
  input.resume();
  const cut = setTimeout(() => (input.complete ? undefined : input.destroy()), LAST_WORD);
  input.once('close', () => clearTimeout(cut));
  await hand(pages, [{ counts, problem } as { counts: BulkCounts }]);
}

function count(counts: BulkCounts, kind: string | undefined): void {
  counts.lines += 1;
  if (kind === 'accepted' || kind === 'replayed') counts[kind] += 1;
  else counts.refused += 1;
}

/** Resolves when the page was taken, or when nobody will take it any more. */
function hand(pages: PassThrough, page: Page): Promise<void> {
  if (pages.destroyed || pages.write(page)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      pages.off('drain', done);
      pages.off('close', done);
      resolve();
    };
    pages.on('drain', done);
    pages.on('close', done);
  });
}
