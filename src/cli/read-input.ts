import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { AppError } from '#src/errors.ts';

/** The bytes of a file, or of stdin for "-". */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin);
  return readFile(file).catch((cause: unknown) => {
    throw new AppError('configuration-invalid', `The file ${file} cannot be read.`, { cause });
  });
}
