import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { FilePosition } from '#src/client/bulk-line-ends.ts';

/** How far an upload is; kept beside the file, so that a second run goes on. */
export interface UploadState {
  /** After the last line that has an answer. */
  readonly position: FilePosition;
  readonly accepted: number;
  readonly replayed: number;
  /** Refused lines by the code of their problem. */
  readonly refused: Readonly<Record<string, number>>;
  /** Length of the file of refused lines. */
  readonly refusedBytes: number;
}

const BEGINNING: UploadState = {
  position: { offset: 0, line: 0 },
  accepted: 0,
  replayed: 0,
  refused: {},
  refusedBytes: 0,
};

export interface StateFile {
  /** The beginning where it is of another file, or where refused lines were lost since. */
  read(refusedSize: number): UploadState;
  save(state: UploadState): void;
  remove(): void;
}

/** To lose the state is harmless, since lines are known again: it only saves the time. */
export function stateFile(path: string, uploaded: string): StateFile {
  const { size, mtimeMs } = statSync(uploaded);
  return {
    read(refusedSize) {
      try {
        const { of, ...state } = JSON.parse(readFileSync(path, 'utf8'));
        const isSame = of.size === size && of.mtimeMs === mtimeMs;
        return isSame && state.refusedBytes <= refusedSize ? (state as UploadState) : BEGINNING;
      } catch {
        return BEGINNING;
      }
    },
    save(state) {
      writeFileSync(`${path}.new`, JSON.stringify({ ...state, of: { size, mtimeMs } }));
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}
