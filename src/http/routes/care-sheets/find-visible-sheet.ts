import { type CareSheetRecord, findCareSheet } from '#db/reads/care-sheet.ts';
import { type Reader, readAs } from '#db/reads/read-as.ts';
import type { Caller, Role } from '#src/access/roles.ts';
import { AppError } from '#src/errors.ts';
import type { Api } from '../../api.ts';

/** Who may look at care sheets: those that sent them, and the people of the fund that pays. */
export const SHEET_READERS: readonly Role[] = [
  'clinic',
  'insurer-clerk',
  'reviewing-doctor',
  'settlement-officer',
  'settlement-approver',
  'auditor',
];

/** A sheet of the caller's organisation; another's is not found, like one that does not exist. */
export async function findVisibleSheet(
  { context }: Api,
  { organisationId }: Caller,
  id: number,
): Promise<CareSheetRecord> {
  const record = await readAs(context.database, organisationId, (tx) => findCareSheet(tx, id));
  if (record === undefined) throw new AppError('not-found', 'There is no such care sheet.');
  return record;
}

export function readerOf({ organisationId, organisationKind }: Caller): Reader {
  return { organisationId, side: organisationKind === 'provider' ? 'submitter' : 'fund' };
}
