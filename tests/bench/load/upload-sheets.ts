import { once } from 'node:events';
import { type IncomingMessage, request as open } from 'node:http';
import { createInterface } from 'node:readline';
import { monotonic } from '../measure/monotonic.ts';
import { type SheetStock, sheetBody } from '../world/sheet-stock.ts';
import type { LoadLog } from './load-log.ts';
import type { LoadOrder } from './load-order.ts';

/** Lines that are written at once; the socket says when it takes more. */
const PIECE = 100;

/** Uploads sheets as NDJSON, one long request a connection, and reads the answers meanwhile. */
export async function uploadSheets(
  stock: SheetStock,
  order: LoadOrder & { readonly count: number },
  log: LoadLog,
): Promise<void> {
  const { connections, count, first, tokens } = order;
  await Promise.all(
    Array.from({ length: connections }, (_, index) => {
      const [from, to] = [index, index + 1].map((part) => first + (count * part) / connections);
      const range = { from: Math.floor(from ?? 0), to: Math.floor(to ?? 0) };
      const token = tokens[index % tokens.length] ?? '';
      return upload(stock, { ...range, url: order.url, token }, log);
    }),
  );
}

interface Part {
  readonly url: string;
  readonly token: string;
  readonly from: number;
  readonly to: number;
}

async function upload(stock: SheetStock, part: Part, log: LoadLog): Promise<void> {
  const request = open(part.url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${part.token}`,
      'Content-Type': 'application/x-ndjson',
    },
  });
  const answered = once(request, 'response').then(([response]) =>
    readAnswers(response as IncomingMessage, part, log),
  );
  for (let at = part.from; at < part.to; at += PIECE) {
    const length = Math.min(PIECE, part.to - at);
    const lines = Array.from({ length }, (_, index) => sheetBody(stock, at + index).body);
    if (!request.write(`${lines.join('\n')}\n`)) await once(request, 'drain');
  }
  request.end();
  await answered;
}

async function readAnswers(response: IncomingMessage, part: Part, log: LoadLog): Promise<void> {
  if (response.statusCode !== 200) {
    log.status(response.statusCode ?? 0);
    return void response.resume();
  }
  for await (const line of createInterface({ input: response })) {
    const read = /^\{"line":(\d+),.*"status":(\d+)(?:,"id":(\d+))?/.exec(line);
    if (read === null) continue;
    const [, number, status, id] = read.map(Number);
    log.status(status ?? 0);
    const answeredAt = monotonic();
    const index = part.from + (number ?? 1) - 1;
    // An upload has no moment at which one of its sheets was due.
    if (status === 202) log.accepted({ index, id: id ?? 0, dueAt: answeredAt, answeredAt });
  }
}
