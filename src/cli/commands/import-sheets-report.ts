import { closeSync, ftruncateSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import type { FilePosition } from '#src/client/bulk-line-ends.ts';
import type { AnsweredLine } from '#src/client/bulk-upload.ts';
import { stateFile } from './import-sheets-state.ts';

/** What became of a file. */
export interface UploadReport {
  readonly accepted: number;
  /** They were in already. */
  readonly replayed: number;
  readonly refused: number;
  readonly refusedByCode: Readonly<Record<string, number>>;
  readonly refusedFile: string | null;
}

export interface ReportKeeper {
  position(): FilePosition;
  /** True when it is time to say how far it is. */
  add(line: AnsweredLine): boolean;
  counts(): UploadReport;
  /** There is nothing to go on with. */
  complete(): void;
  close(): void;
}

const SAVE_EVERY_MS = 1_000;

/** Counts answers, keeps refused lines with their problems, and remembers how far it is. */
export function createReport(file: string, refusedFile: string): ReportKeeper {
  const saved = stateFile(`${file}.progress`, file);
  let { position, accepted, replayed, refusedBytes, ...begun } = saved.read(sizeOf(refusedFile));
  const refused: Record<string, number> = { ...begun.refused };
  const source = openSync(file, 'r');
  let target = reopen(refusedFile, refusedBytes);
  let savedAt = Date.now();
  let isComplete = false;

  function keepRefused({ result, start, position: { offset, line } }: AnsweredLine): void {
    if (!('problem' in result)) return;
    const { problem } = result;
    const code =
      String(problem.type ?? problem.status)
        .split('/')
        .at(-1) ?? '';
    refused[code] = (refused[code] ?? 0) + 1;
    const content = Buffer.alloc(offset - start);
    readSync(source, content, 0, content.length, start);
    const entry = { line, problem, content: content.toString().trimEnd() };
    // For its owner only: sheets are about health.
    target ??= openSync(refusedFile, 'w', 0o600);
    refusedBytes += writeSync(target, `${JSON.stringify(entry)}\n`, refusedBytes);
  }

  function save(): void {
    saved.save({ position, accepted, replayed, refused, refusedBytes });
    savedAt = Date.now();
  }

  return {
    position: () => position,
    add(line) {
      const { result } = line;
      if ('problem' in result) keepRefused(line);
      else if (result.idempotencyHit) replayed += 1;
      else accepted += 1;
      position = line.position;
      const isTime = Date.now() - savedAt >= SAVE_EVERY_MS;
      if (isTime) save();
      return isTime;
    },
    counts() {
      const total = Object.values(refused).reduce((sum, count) => sum + count, 0);
      const kept = total > 0 ? refusedFile : null;
      return {
        ...{ accepted, replayed, refused: total },
        ...{ refusedByCode: refused, refusedFile: kept },
      };
    },
    complete() {
      isComplete = true;
    },
    close() {
      if (isComplete) saved.remove();
      else save();
      closeSync(source);
      if (target !== undefined) closeSync(target);
    },
  };
}

/** Lines that were written after the last saved position come again. */
function reopen(path: string, length: number): number | undefined {
  if (length === 0) {
    rmSync(path, { force: true });
    return undefined;
  }
  const target = openSync(path, 'r+');
  ftruncateSync(target, length);
  return target;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
