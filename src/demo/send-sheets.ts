import { type ApiClient, createApiClient } from '#src/client/api-client.ts';
import { inParallel } from '#src/client/in-parallel.ts';
import { contentKey } from '#src/client/split-sheets.ts';
import { submitCareSheet } from '#src/client/submit-care-sheet.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { createProgress } from './progress.ts';

export interface SendOptions {
  readonly url: string;
  /** One client for each organisation that submits. */
  readonly clinics: readonly { clientId: string; clientSecret: string }[];
  readonly sheets: Iterable<Submission>;
  readonly count: number;
}

export interface Sent {
  readonly accepted: number;
  /** Sheets that the API refused, by status. */
  readonly refused: ReadonlyMap<number, number>;
  readonly seconds: number;
}

/** Requests that wait for their answer at once. */
const WIDTH = 48;

/** Submits sheets as the clinics' software would: one POST each, over HTTP. */
export async function sendSheets(options: SendOptions): Promise<Sent> {
  const clients = options.clinics.map((client) => createApiClient(options.url, client));
  const progress = createProgress('Care sheets sent', options.count);
  const refused = new Map<number, number>();
  const began = performance.now();
  let accepted = 0;
  let answered = 0;
  await inParallel(options.sheets, WIDTH, async (sheet) => {
    const status = await submit(clientOf(clients, sheet), sheet);
    if (status === 202) accepted += 1;
    else refused.set(status, (refused.get(status) ?? 0) + 1);
    answered += 1;
    progress.at(answered);
  });
  const seconds = (performance.now() - began) / 1000;
  progress.end(`${accepted} accepted in ${seconds.toFixed(1)} s`);
  return { accepted, refused, seconds };
}

/** The status of the answer, as a clinic's software sees it. */
async function submit(client: ApiClient, sheet: Submission): Promise<number> {
  const body = new TextEncoder().encode(JSON.stringify(sheet));
  const result = await submitCareSheet(client, { body, idempotencyKey: contentKey(body) });
  return result.outcome === 'refused' ? result.problem.status : 202;
}

/** A provider always sends through the same organisation. */
function clientOf(clients: readonly ApiClient[], sheet: Submission): ApiClient {
  const client = clients[Number(sheet.provider.inpe) % clients.length];
  if (client === undefined) throw new RangeError('the demo has no clinics');
  return client;
}
