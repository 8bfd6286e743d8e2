import { readFileSync } from 'node:fs';
import { monotonic } from '../measure/monotonic.ts';
import type { SheetStock } from '../world/sheet-stock.ts';
import { openHttpConnection } from './http-connection.ts';
import { createLoadLog, type LoadLog } from './load-log.ts';
import type { LoadOrder, LoadResult, SinglePace, ToLoader } from './load-order.ts';
import { sendAtPace } from './paces.ts';
import { createSheetSender } from './sheet-sender.ts';
import { uploadSheets } from './upload-sheets.ts';

/** The clients of the bench, in a process of their own; its argument is the file of the stock. */
const stock = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SheetStock;
let stopping = new AbortController();

process.on('message', (message: ToLoader) => {
  if ('stop' in message) return stopping.abort();
  stopping = new AbortController();
  void run(message.order, stopping.signal).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function run(order: LoadOrder, stopped: AbortSignal): Promise<LoadResult> {
  const { pace } = order;
  const log = createLoadLog();
  const startedAt = monotonic();
  if (pace.kind === 'bulk') await uploadSheets(stock, { ...order, count: pace.count }, log);
  else await sendSingly(order, { pace, log, stopped });
  return log.result(startedAt, monotonic());
}

async function sendSingly(
  order: LoadOrder,
  { pace, log, stopped }: { pace: SinglePace; log: LoadLog; stopped: AbortSignal },
): Promise<void> {
  const { hostname: host, port } = new URL(order.url);
  const connections = Array.from({ length: order.connections }, () =>
    openHttpConnection({ host, port: Number(port) }),
  );
  const send = createSheetSender(stock, order, log);
  await sendAtPace({ connections, send, first: order.first, stopped }, pace);
  for (const connection of connections) connection.close();
}
