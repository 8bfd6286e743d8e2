import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { AppError } from '#src/errors.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** UTF-8 where the whole file is that, strictly; Windows-1252 otherwise, as State files are. */
export async function detectEncoding(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of readBytes(path)) {
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      return 'windows-1252';
    }
  }
  return endsWhole(decoder) ? 'utf-8' : 'windows-1252';
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* decodeFile(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await detectEncoding(path));
  for await (const bytes of readBytes(path)) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function endsWhole(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(path)) yield bytes as Uint8Array;
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown';
  return new AppError('input-unreadable', `The file cannot be read (${code}).`, { cause });
}
