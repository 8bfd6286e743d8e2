import type { IncomingMessage } from 'node:http';
import type { PassThrough } from 'node:stream';
import type { Caller } from '#src/access/roles.ts';
import { openUpload } from '#src/pipeline/bulk/open-upload.ts';
import type { Api } from '../../api.ts';
import type { ProblemPlace } from '../../problems/problem.ts';
import { exchangeLines } from '../../request/exchange-lines.ts';
import { within } from '../../request/within.ts';
import { answerLine, type ReadSheet, readSheet } from './bulk-line.ts';
import type { BulkCounts } from './bulk-schemas.ts';

export interface BulkExchange extends ProblemPlace {
  readonly api: Api;
  readonly caller: Caller;
  readonly input: IncomingMessage;
  /** Milliseconds without a byte, in or out, after which it ends. */
  readonly idle: number;
}

/** Stores sheets as they come in, and gives a result for each line. */
export function exchangeBulk(exchange: BulkExchange): PassThrough {
  const { api, caller } = exchange;
  const counts = { lines: 0, accepted: 0, replayed: 0, refused: 0 };
  const upload = openUpload(api.context, caller);
  return exchangeLines<ReadSheet>({
    ...exchange,
    ...{ route: '/v1/care-sheets/bulk', maxInFlight: 2 },
    read: (line) => readSheet(line, exchange, api.context.clock()),
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
    last: async (problem) => ({ counts, ...(problem === undefined ? {} : { problem }) }),
  });
}

function count(counts: BulkCounts, kind: string | undefined): void {
  counts.lines += 1;
  if (kind === 'accepted' || kind === 'replayed') counts[kind] += 1;
  else counts.refused += 1;
}
