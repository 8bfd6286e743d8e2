import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { PassThrough } from 'node:stream';
import { createIssue } from '#src/intake/issue.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import type { FileInProgress, FileLine, KeptFile } from '#src/pipeline/simulate/receive-file.ts';
import type { Api } from '../../api.ts';
import { HttpError } from '../../problems/http-error.ts';
import { type ProblemPlace, toProblem } from '../../problems/problem.ts';
import { exchangeLines } from '../../request/exchange-lines.ts';
import { readLine, type WrongLine } from '../../request/read-line.ts';
import { within } from '../../request/within.ts';
import type { FileEnd, RefusedLine } from './file-schemas.ts';

export interface FileExchange extends ProblemPlace {
  readonly api: Api;
  readonly file: FileInProgress;
  readonly receivedOn: string;
  readonly input: IncomingMessage;
  /** Milliseconds without a byte, in or out, after which it ends. */
  readonly idle: number;
}

type ReadSheet = FileLine | WrongLine;

/** Stores the sheets of a file, tells of each line that is none, and last what the file is. */
export function exchangeFile(exchange: FileExchange): PassThrough {
  const { api, file } = exchange;
  const counts = { lines: 0, accepted: 0, refused: 0 };
  const hash = createHash('sha256');
  return exchangeLines<ReadSheet>({
    ...exchange,
    // One after the other, so that the first of two sheets of a number is the one that counts.
    ...{ route: '/v1/simulations/files', maxInFlight: 1 },
    hear: (piece) => void hash.update(piece),
    read: (line) =>
      readLine(line, exchange, ({ submission }) => ({
        sheet: toCareSheet(submission, exchange.receivedOn),
      })),
    async work(items) {
      const refused = await addLines(items, exchange);
      counts.lines += items.length;
      counts.refused += refused.length;
      counts.accepted = counts.lines - counts.refused;
      return refused;
    },
    async last(problem): Promise<FileEnd> {
      if (problem !== undefined) {
        // What nobody can tell of now expires by itself.
        await within(api.patience, file.abandon()).catch(() => undefined);
        return { counts, file: null, problem };
      }
      const end = { refused: counts.refused, contentHash: hash.digest('hex') };
      return { counts, file: present(await within(api.patience, file.complete(end))) };
    },
  });
}

async function addLines(
  items: readonly ReadSheet[],
  exchange: FileExchange,
): Promise<RefusedLine[]> {
  const { api, file } = exchange;
  const sheets = items.flatMap((item) => ('sheet' in item ? [item] : []));
  const faults = sheets.length === 0 ? [] : await within(api.patience, file.add(sheets));
  let next = 0;
  return items.flatMap((item) => {
    if ('problem' in item) return [{ ...item, status: item.problem.status }];
    const fault = faults[next++];
    if (fault === undefined) return [];
    const pointer = fault === 'unknown-fund' ? '/fund' : '/number';
    const errors = [createIssue(fault, { pointer, language: exchange.language })];
    const { problem } = toProblem(new HttpError('input-invalid', { errors }), exchange);
    return [{ line: item.line, number: item.sheet.number, status: problem.status, problem }];
  });
}

function present(kept: KeptFile | null): FileEnd['file'] {
  if (kept === null) return null;
  const { id, contentHash, receivedOn, period, expiresAt } = kept;
  return { id, contentHash, receivedOn, period, expiresAt: expiresAt.toISOString() };
}
