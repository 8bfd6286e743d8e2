import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as openHttp } from 'node:http';
import { request as openHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#src/errors.ts';
import { createLineSplitter } from '#src/pipeline/bulk/split-lines.ts';
import { refusal, unreachable } from './api-client.ts';
import type { Problem } from './problem.ts';

/** What became of one line of what was sent; `line` counts from its beginning. */
export type BulkResult =
  | {
      readonly line: number;
      readonly number: string;
      readonly status: 202;
      readonly id: number;
      readonly idempotencyHit?: true;
    }
  | { readonly line: number; readonly status: number; readonly problem: Problem };

/** The last line: with a problem, the API did not read to the end. */
export interface BulkEnd {
  readonly counts: unknown;
  readonly problem?: Problem;
}

export interface BulkRequest {
  readonly baseUrl: string;
  readonly token: string;
  readonly language?: string | undefined;
  readonly body: Readable;
}

/**
 * Sends lines and gives their results while it sends. Ends when the API has read everything;
 * throws `overloaded` when it could not, or when the connection was lost.
 */
export async function* sendBulk(call: BulkRequest): AsyncGenerator<BulkResult> {
  const path = '/v1/care-sheets/bulk';
  for await (const answer of sendLines<BulkResult>(path, call)) {
    if (!('counts' in answer)) yield answer;
  }
}

/** Sends lines and gives those of the answer, of which the last one has the counts. */
export async function* sendLines<Line extends object, End extends BulkEnd = BulkEnd>(
  path: string,
  call: BulkRequest,
): AsyncGenerator<Line | End> {
  const url = new URL(path, call.baseUrl);
  const request = open(url, call);
  try {
    for await (const answer of answerLines<Line | End>(await responseTo(request, call.body))) {
      if ('counts' in answer && answer.problem !== undefined) {
        throw refusal({ status: 503, body: answer.problem });
      }
      yield answer;
      if ('counts' in answer) return;
    }
    throw new Error('the answer has no end');
  } catch (error) {
    throw error instanceof AppError ? error : unreachable(url, error);
  } finally {
    request.destroy();
    call.body.destroy();
  }
}

function open(url: URL, { token, language }: BulkRequest): ClientRequest {
  const request = (url.protocol === 'https:' ? openHttps : openHttp)(url, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      ...(language === undefined ? {} : { 'accept-language': language }),
    },
  });
  // It ends what waits for the answer; what comes after that concerns nobody.
  request.on('error', () => undefined);
  return request;
}

async function responseTo(request: ClientRequest, body: Readable): Promise<IncomingMessage> {
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
  });
  // The body may well outlast the head of the answer, or break off after an early refusal.
  pipeline(body, request).catch((error: unknown) => request.destroy(error as Error));
  const response = await answered;
  if (response.statusCode === 200) return response;
  const content = await text(response);
  const isJson = /json/.test(response.headers['content-type'] ?? '');
  throw refusal({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(content) : content });
}

const LONGEST_ANSWER = 16 * 1024 * 1024;

async function* answerLines<Answer>(response: IncomingMessage): AsyncGenerator<Answer> {
  const splitter = createLineSplitter(LONGEST_ANSWER);
  for await (const piece of response) {
    for (const { bytes } of splitter.push(piece as Buffer)) {
      yield JSON.parse(Buffer.from(bytes ?? []).toString()) as Answer;
    }
  }
}
