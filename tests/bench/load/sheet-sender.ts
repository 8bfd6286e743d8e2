import { monotonic } from '../measure/monotonic.ts';
import { type SheetStock, sheetBody, sheetNumber } from '../world/sheet-stock.ts';
import type { HttpConnection } from './http-connection.ts';
import type { LoadLog } from './load-log.ts';
import type { LoadOrder } from './load-order.ts';

/** Sends the sheet of an index on a connection; true when it was accepted, or estimated. */
export type SheetSender = (
  connection: HttpConnection,
  sheet: { readonly index: number; readonly dueAt: number },
) => Promise<boolean>;

const GOOD = new Set([200, 201, 202]);

export function createSheetSender(
  stock: SheetStock,
  { url, tokens }: LoadOrder,
  log: LoadLog,
): SheetSender {
  const { pathname, host } = new URL(url);
  const start = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  return async (connection, { index, dueAt }) => {
    const { mould, body } = sheetBody(stock, index);
    const token = tokens[mould.clinic];
    const credential = token === undefined ? '' : `Authorization: Bearer ${token}\r\n`;
    const request =
      `${start}${credential}Idempotency-Key: ${sheetNumber(index)}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`;
    const answer = await connection.send(request).catch(() => ({ status: 0, body: '' }));
    log.status(answer.status);
    if (!GOOD.has(answer.status)) return false;
    const id = Number(/"id":"?(\d+)/.exec(answer.body)?.[1] ?? 0);
    log.accepted({ index, id, dueAt, answeredAt: monotonic() });
    return true;
  };
}
