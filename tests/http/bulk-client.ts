import { type ClientRequest, type IncomingMessage, request as open } from 'node:http';
import { createInterface } from 'node:readline';

/** One line of the answer, as it was. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely.
export type AnswerLine = any;

export interface BulkCall {
  readonly request: ClientRequest;
  /** The head of the answer, which comes with the first results. */
  readonly response: Promise<IncomingMessage>;
}

/** Begins an upload, whose body the test writes as it likes. */
export function openBulk(
  url: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
  path = '/v1/care-sheets/bulk',
): BulkCall {
  const request = open(`${url}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/x-ndjson',
      ...headers,
    },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
  response.catch(() => undefined);
  return { request, response };
}

/** The lines of an answer as they come. */
export async function* answerLines(response: IncomingMessage): AsyncGenerator<AnswerLine> {
  for await (const line of createInterface({ input: response })) yield JSON.parse(line);
}

/** Sends a whole body and gives all lines of the answer; the last one has the counts. */
export async function sendBulk(
  { url, token }: { url: string; token: string },
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<AnswerLine[]> {
  const { request, response } = openBulk(url, token, headers);
  request.end(body);
  const lines: AnswerLine[] = [];
  for await (const line of answerLines(await response)) lines.push(line);
  return lines;
}

export const toLines = (sheets: readonly unknown[]): string =>
  sheets.map((sheet) => `${typeof sheet === 'string' ? sheet : JSON.stringify(sheet)}\n`).join('');
