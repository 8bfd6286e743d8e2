import { createReadStream } from 'node:fs';
import { createTokenSource } from './api-client.ts';
import { type BulkEnd, sendLines } from './bulk-request.ts';
import type { ClientSettings } from './client-settings.ts';
import type { Problem } from './problem.ts';

/** A file of sheets that are to be simulated, as the API keeps it. */
export interface SentFile {
  readonly id: number;
  readonly contentHash: string;
}

interface RefusedLine {
  readonly line: number;
  readonly problem: Problem;
}

interface FileEnd extends BulkEnd {
  readonly counts: { readonly lines: number; readonly accepted: number; readonly refused: number };
  readonly file: SentFile | null;
}

export interface FileToSend {
  readonly path: string;
  /** The day on which its sheets count as received; today unless told. */
  readonly receivedOn?: string | undefined;
  readonly language?: string | undefined;
  readonly onRefused: (line: RefusedLine) => void;
}

/** Sends care sheets, one a line, that are only to be simulated, in constant memory. */
export async function sendFile(
  { url, ...credentials }: ClientSettings,
  { path, receivedOn, language, onRefused }: FileToSend,
): Promise<Pick<FileEnd, 'counts' | 'file'>> {
  const token = await createTokenSource(url, credentials)();
  const body = createReadStream(path);
  const query = receivedOn === undefined ? '' : `?receivedOn=${receivedOn}`;
  const call = { baseUrl: url, token, language, body };
  const lines = sendLines<RefusedLine, FileEnd>(`/v1/simulations/files${query}`, call);
  for await (const answer of lines) {
    if ('counts' in answer) return answer;
    onRefused(answer);
  }
  throw new Error('the answer has no end');
}
