import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { type RecordChanges, readCurrentRows, saveChanges } from '#db/record/record-rows.ts';
import {
  PUBLICATIONS,
  SCHEME_MANAGEMENT,
  type SchemeManagementRow,
} from '#db/record/reference-tables.ts';
import { lockRecord, openRevision } from '#db/record/revision.ts';
import { openRecord, type TestRecord } from './open-record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openRecord();
});
afterAll(() => record.close());

const open: SchemeManagementRow = {
  scheme: 'PUBLIC',
  fund: 'CNOPS',
  validFrom: '2005-08-18',
  validTo: null,
};

function save(changes: RecordChanges<SchemeManagementRow>): Promise<number> {
  return inTransaction(record.database.as('operator'), async (tx) => {
    await lockRecord(tx);
    const revision = await openRevision(tx, { kind: 'reference', actor: 'cli:test' });
    await saveChanges(tx, SCHEME_MANAGEMENT, { ...changes, revision });
    return revision;
  });
}

const current = () =>
  readCurrentRows(record.database.as('operator'), SCHEME_MANAGEMENT, [open, open]);

describe('rows of the record', () => {
  it('are closed and followed under one revision, and read without the closed ones', async () => {
    expect(await save({ superseded: [], inserted: [open] })).toBe(1);
    const closed = { ...open, validTo: '2027-01-31' };
    const next = { ...open, fund: 'CNSS', validFrom: '2027-02-01' };
    expect(await save({ superseded: [open], inserted: [closed, next] })).toBe(2);
    expect(await current()).toEqual([closed, next]);
    const revisions = await record.sql(
      `SELECT recorded_revision::int AS recorded, superseded_revision::int AS superseded
       FROM scheme_management ORDER BY recorded_revision, valid_from`,
    );
    expect(revisions).toEqual([
      { recorded: 1, superseded: 2 },
      { recorded: 2, superseded: null },
      { recorded: 2, superseded: null },
    ]);
  });

  it('are not closed twice, and a failure leaves no revision', async () => {
    const absent = { ...open, validFrom: '1999-01-01' };
    const before = await current();
    await expect(save({ superseded: [absent], inserted: [] })).rejects.toThrow(/locked/);
    expect(await current()).toEqual(before);
    expect(await record.revision()).toBe(2);
  });

  it('of nobody are none', async () => {
    expect(await readCurrentRows(record.database.as('operator'), PUBLICATIONS, [])).toEqual([]);
  });
});
