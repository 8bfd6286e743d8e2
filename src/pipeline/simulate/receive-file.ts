import { inTransaction } from '#db/client.ts';
import { appendAudit } from '#db/repositories/audit-repository.ts';
import { readFundIds } from '#db/repositories/intake-repository.ts';
import {
  abandonFile,
  completeFile,
  countKeptFiles,
  insertFile,
  insertFileSheets,
  type WholeFile,
} from '#db/repositories/simulation-file-repository.ts';
import { careDate } from '#domain/care-sheet/care-date.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { PeriodOfCare } from '#domain/simulation/period-of-care.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';

export interface FileLine {
  /** Of the file, from 1. */
  readonly line: number;
  readonly sheet: CareSheet;
}

export interface FileRequest {
  readonly organisationId: number;
  readonly actor: string;
  /** The day on which its sheets count as received. */
  readonly receivedOn: string;
}

export type KeptFile = WholeFile & {
  readonly id: number;
  readonly receivedOn: string;
  readonly expiresAt: Date;
};

/** A file of care sheets that is being sent: nothing of it is submitted. */
export interface FileInProgress {
  /** Stores sheets, group after group; tells of each why it is not in the file, where it is not. */
  add(lines: readonly FileLine[]): Promise<('unknown-fund' | 'number-twice' | undefined)[]>;
  /** All of it is here; null where no line is a sheet, and so nothing can be simulated. */
  complete(end: Pick<WholeFile, 'refused' | 'contentHash'>): Promise<KeptFile | null>;
  abandon(): Promise<void>;
}

/** They take room until they expire. */
const MAX_KEPT = 20;

export async function receiveFile(context: Context, request: FileRequest): Promise<FileInProgress> {
  const { organisationId, actor, receivedOn } = request;
  const pool = context.database.as('simulator');
  const funds = await readFundIds(pool);
  const file = await inTransaction(pool, async (tx) => {
    if ((await countKeptFiles(tx, organisationId)) >= MAX_KEPT) {
      const message = `${MAX_KEPT} files are kept: simulate one of them, or wait for an end.`;
      throw new AppError('conflict', message);
    }
    return insertFile(tx, { organisationId, sentBy: actor, sentAt: context.clock(), receivedOn });
  });
  let sheets = 0;
  let period: PeriodOfCare | undefined;
  return {
    async add(lines) {
      const known = lines.flatMap(({ line, sheet }) => {
        const fundId = funds.get(sheet.fund);
        return fundId === undefined ? [] : [{ line, fundId, sheet, careOn: careDate(sheet) }];
      });
      const stored = await inTransaction(pool, (tx) => insertFileSheets(tx, file, known));
      for (const { line, sheet } of known) if (stored.has(line)) period = spanning(period, sheet);
      sheets += stored.size;
      return lines.map(({ line, sheet }) => {
        if (!funds.has(sheet.fund)) return 'unknown-fund';
        return stored.has(line) ? undefined : 'number-twice';
      });
    },
    async complete({ refused, contentHash }) {
      if (period === undefined) {
        await abandonFile(pool, file);
        return null;
      }
      const whole = { sheets, refused, contentHash, period };
      const expiresAt = await inTransaction(pool, async (tx) => {
        // An answer stands for something that a crash of the server does not take back.
        await tx.query('SET LOCAL synchronous_commit = on');
        const until = await completeFile(tx, file, whole);
        const subject = `simulation-file:${file.id}:${contentHash}`;
        await appendAudit(tx, { actor, action: 'simulation.file-sent', subject });
        return until;
      });
      return { ...whole, id: file.id, receivedOn, expiresAt };
    },
    abandon: () => abandonFile(pool, file),
  };
}

/** Rules look at the days of lines too, so that all of them are in the period. */
function spanning(period: PeriodOfCare | undefined, sheet: CareSheet): PeriodOfCare {
  const days = [careDate(sheet), ...sheet.lines.map(({ date }) => date)];
  if (period !== undefined) days.push(period.from, period.to);
  days.sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}
