import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { createLineGroups, type LineGroups } from '#src/pipeline/bulk/line-groups.ts';
import { type BodyLine, createLineSplitter } from '#src/pipeline/bulk/split-lines.ts';
import type { Api } from '../api.ts';
import { HttpError } from '../problems/http-error.ts';
import { type Problem, type ProblemPlace, toProblem } from '../problems/problem.ts';
import { MAX_BODY } from './read-body.ts';

/** A body of lines that is answered while it is read. */
export interface LineExchange<Item> extends ProblemPlace {
  readonly api: Api;
  readonly input: IncomingMessage;
  /** As the table of routes has it, for the log. */
  readonly route: string;
  /** Milliseconds without a byte, in or out, after which it ends. */
  readonly idle: number;
  /** How many groups are worked at together; they are answered in their order. */
  readonly maxInFlight: number;
  /** Told of every piece of the body. */
  readonly hear?: (piece: Uint8Array) => void;
  /** Never throws for what stands in a line. */
  readonly read: (line: BodyLine) => Item;
  /** The answers of a group of lines. */
  readonly work: (items: readonly Item[]) => Promise<readonly unknown[]>;
  /** The last line of the answer; with a problem, why the rest was not read. */
  readonly last: (problem?: Problem) => Promise<unknown>;
}

type Page = readonly unknown[];

const GROUP = { maxItems: 300, maxBytes: 1024 * 1024, linger: 20 };
/** Milliseconds for a caller who still sends to read why nobody listens any more. */
const LAST_WORD = 5_000;

/**
 * Works at what comes in and gives the answers as pages, in the order of the lines. Reading goes
 * on only as answers are taken, so memory is bounded whatever the length of the body.
 */
export function exchangeLines<Item>(exchange: LineExchange<Item>): PassThrough {
  const pages = new PassThrough({ objectMode: true, highWaterMark: 1 });
  // Whoever reads the pages learns of it, and an upload has nobody else to tell.
  pages.on('error', () => undefined);
  void converse(exchange, pages).catch((error: unknown) => pages.destroy(error as Error));
  return pages;
}

async function converse<Item>(exchange: LineExchange<Item>, pages: PassThrough): Promise<void> {
  const groups = createLineGroups<Item, Page>({
    ...{ ...GROUP, maxInFlight: exchange.maxInFlight, work: exchange.work },
    write: (page) => hand(pages, page),
  });
  const failures: unknown[] = [];
  const fail = (error: unknown) => void failures.push(error);
  await Promise.race([readLines(exchange, groups), idled(exchange), groups.failed]).catch(fail);
  await groups.end().catch(fail);
  const last = failures.length === 0 ? await exchange.last().catch(fail) : undefined;
  if (failures.length === 0) await hand(pages, [last]);
  else await giveUp(exchange, pages, failures[0]);
  pages.end();
}

async function readLines<Item>(
  { input, hear, read }: LineExchange<Item>,
  groups: LineGroups<Item>,
): Promise<void> {
  const splitter = createLineSplitter(MAX_BODY);
  for await (const piece of input.iterator({ destroyOnReturn: false })) {
    hear?.(piece as Buffer);
    for (const line of splitter.push(piece as Buffer)) {
      if (groups.add(read(line), line.bytes?.length ?? 0)) await groups.room();
    }
  }
  for (const line of splitter.end()) groups.add(read(line), 0);
}

function idled({ input, idle }: Pick<LineExchange<never>, 'input' | 'idle'>): Promise<never> {
  return new Promise((_, reject) => {
    input.setTimeout(idle, () => reject(new HttpError('request-timeout')));
  });
}

/** Says why the rest is not read. What has a good answer is stored. */
async function giveUp<Item>(
  { api, input, requestId, language, route, last }: LineExchange<Item>,
  pages: PassThrough,
  error: unknown,
): Promise<void> {
  const { problem } = toProblem(error, { requestId, language });
  const isGone = input.destroyed && !input.complete;
  if (problem.status >= 500 && !isGone) {
    api.context.logger.error({ err: error, requestId, route }, 'failed');
  }
  const line = await last(problem);
  if (isGone) return;
  // Unread bytes would keep the answer from its reader; a caller who goes on for long is cut off.
  input.resume();
  const cut = setTimeout(() => (input.complete ? undefined : input.destroy()), LAST_WORD);
  input.once('close', () => clearTimeout(cut));
  await hand(pages, [line]);
}

/** Resolves when the page was taken, or when nobody will take it any more. */
function hand(pages: PassThrough, page: Page): Promise<void> {
  if (page.length === 0 || pages.destroyed || pages.write(page)) return Promise.resolve();
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
