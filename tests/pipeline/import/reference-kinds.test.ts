import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReference } from '#db/repositories/reference-repository.ts';
import type { ImportIssue } from '#src/pipeline/import/import-issue.ts';
import { importRecords } from '#src/pipeline/import/import-records.ts';
import type { ImportKind } from '#src/pipeline/import/record-kind.ts';
import type { ImportSource } from '#src/pipeline/import/source/read-source.ts';
import { openRecord, type TestRecord } from '#tests/db/record/open-record.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

const folder = temporaryFolder('reference');
let record: TestRecord;

beforeAll(async () => {
  record = await openRecord();
  await record.sql(
    `INSERT INTO organisations (code, kind, name)
     VALUES ('CNSS', 'fund', 'CNSS'), ('CNOPS', 'fund', 'CNOPS')`,
  );
});

afterAll(async () => {
  await record.close();
  folder.remove();
});

async function take(kind: ImportKind, source: ImportSource, batchSize = 1000) {
  const found: string[] = [];
  const onIssue = (issue: ImportIssue) =>
    void found.push(`${issue.row} ${issue.code} ${issue.field ?? ''}`.trim());
  const options = { kind, source, actor: 'cli:test', onIssue, batchSize };
  return { report: await importRecords(record, options), found };
}

async function reference() {
  return readReference(record.database.as('worker'), await record.revision());
}

const act = {
  code: 'A100',
  title: 'Acte',
  category: 'specialist-act',
  pricing: 'rating',
  key_letter: 'Kc',
  coefficient: '12.5',
  reimbursable: 'true',
  valid_from: '2006-09-01',
};

const tariff = {
  grid: 'TNR',
  item_kind: 'key-letter',
  item: 'C',
  sector: 'private',
  amount: '80.00',
  valid_from: '2006-09-01',
  status: 'in-force',
  source: 'arrêté 1961-06 [LAW]',
};

describe('importing acts', () => {
  it('gives the engine the act as the file says it', async () => {
    const path = join(folder.path, 'acts.csv');
    writeFileSync(
      path,
      `code,title,category,pricing,key_letter,coefficient,reimbursable,sex,min_age,max_age,sectors,\
specialties,settings,valid_from,valid_to
A100,"Acte, l'un",specialist-act,rating,Kc,12.5,true,F,12,,private|public,cardiology,stay,\
2006-09-01,
HOS010,Forfait,hospital-stay,package,,,true,,,,,,,2006-09-01,2010-12-31
`,
    );
    expect((await take('acts', path)).report).toMatchObject({ rows: 2, imported: 2 });
    expect((await reference()).acts).toEqual([
      {
        code: 'A100',
        title: "Acte, l'un",
        category: 'specialist-act',
        pricing: { kind: 'rating', keyLetter: 'Kc', coefficient: 1250 },
        reimbursable: true,
        validFrom: '2006-09-01',
        validTo: null,
        sex: 'F',
        minAge: 12,
        sectors: ['private', 'public'],
        specialties: ['cardiology'],
        settings: ['stay'],
      },
      expect.objectContaining({
        code: 'HOS010',
        pricing: { kind: 'package' },
        validTo: '2010-12-31',
      }),
    ]);
  });

  it('refuses acts that could not be priced', async () => {
    const { found } = await take('acts', [
      { ...act, code: 'B1', key_letter: '' },
      { ...act, code: 'B2', coefficient: '12.555' },
      { ...act, code: 'B3', pricing: 'package', coefficient: '' },
      { ...act, code: 'B4', min_age: 12, max_age: 11 },
      { ...act, code: 'B5', reimbursable: 'perhaps' },
      { ...act, code: 'B6', valid_to: '2006-08-31' },
      { ...act, code: 'b 7' },
      { ...act, code: 'B8', settings: ['stay', 'elsewhere'] },
    ]);
    expect(found).toEqual([
      '1 required key_letter',
      '2 not-a-coefficient coefficient',
      '3 not-valid key_letter',
      '4 not-a-number max_age',
      '5 not-a-flag reimbursable',
      '6 ends-before-it-begins valid_to',
      '7 not-a-code code',
      '8 not-one-of settings',
    ]);
  });

  it('refuses only the row that the database refuses', async () => {
    await record.sql("ALTER TABLE acts ADD CONSTRAINT no_bad CHECK (code <> 'BAD')");
    const codes = ['G1', 'G2', 'BAD', 'G3', 'G4'];
    const rows = codes.map((code) => ({ ...act, code }));
    const { report, found } = await take('acts', rows);
    expect(found).toEqual(['3 database-refused']);
    expect(report).toMatchObject({ rows: 5, imported: 4, refused: 1 });
    const known = (await reference()).acts.map(({ code }) => code);
    expect(known).toEqual(expect.arrayContaining(['G1', 'G2', 'G3', 'G4']));
  });
});

describe('importing tariffs and scheme management', () => {
  it('keeps versions, and those that are not in force beside them', async () => {
    const { report } = await take('tariffs', [
      tariff,
      { ...tariff, amount: '150.00', valid_from: '2020-01-13', status: 'signed-not-applied' },
      { ...tariff, amount: '90.00', valid_from: '2026-07-01' },
      { ...tariff, amount: '100.00', fund: 'CNOPS' },
    ]);
    expect(report).toMatchObject({ imported: 4, newVersions: 1, revision: expect.any(Number) });
    const { tariffs } = await reference();
    expect(tariffs.map((row) => [row.fund, row.amount, row.status, row.validTo])).toEqual([
      [null, 8000, 'in-force', '2026-06-30'],
      [null, 15000, 'signed-not-applied', null],
      [null, 9000, 'in-force', null],
      ['CNOPS', 10000, 'in-force', null],
    ]);
  });

  it('refuses a tariff of nothing, without a source, or that reaches into the next', async () => {
    const { found } = await take('tariffs', [
      { ...tariff, item: 'V', amount: '0.00' },
      { ...tariff, item: 'V', amount: '120' },
      { ...tariff, item: 'V', source: ' ' },
      { ...tariff, valid_from: '2020-01-01', valid_to: '2026-12-31', amount: '85.00' },
      { ...tariff, valid_from: '2006-09-01', amount: '81.00' },
      { ...tariff, valid_from: '2006-09-01', amount: '82.00' },
    ]);
    expect(found).toEqual([
      '1 not-an-amount amount',
      '2 not-an-amount amount',
      '3 required source',
      '4 overlap',
      '6 repeated-row',
    ]);
  });

  it('hands a scheme to another fund from a day on', async () => {
    const from = { scheme: 'PUBLIC', valid_from: '2005-08-18' };
    await take('scheme-management', [{ ...from, fund: 'CNOPS' }]);
    const { found, report } = await take('scheme-management', [
      { scheme: 'PUBLIC', fund: 'CNSS', valid_from: '2027-02-01' },
      { scheme: 'OTHER', fund: 'NOBODY', valid_from: '2027-02-01' },
    ]);
    expect(found).toEqual(['2 fund-unknown fund']);
    expect(report).toMatchObject({ newVersions: 1 });
    expect((await reference()).management).toEqual([
      { scheme: 'PUBLIC', fund: 'CNOPS', from: '2005-08-18', to: '2027-01-31' },
      { scheme: 'PUBLIC', fund: 'CNSS', from: '2027-02-01', to: null },
    ]);
  });
});

describe('revisions of an import', () => {
  it('makes one for each batch that changes something, with its audit entry', async () => {
    const before = await record.revision();
    const rows = Array.from({ length: 5 }, (_, at) => ({ ...act, code: `R${at}` }));
    const { report } = await take('acts', rows, 2);
    expect(report).toMatchObject({ imported: 5, revision: before + 3 });
    expect((await take('acts', rows, 2)).report.revision).toBeNull();
    const made = await record.sql(
      'SELECT kind, actor FROM revisions WHERE number > $1 ORDER BY number',
      [before],
    );
    expect(made).toEqual(Array(3).fill({ kind: 'reference', actor: 'cli:test' }));
    const audit = await record.sql(
      'SELECT action, subject FROM audit_entries ORDER BY number DESC LIMIT 1',
    );
    expect(audit).toEqual([{ action: 'record.imported', subject: `acts:revision:${before + 3}` }]);
  });

  it('lets two imports at once make revisions without a gap, and each row once', async () => {
    const before = await record.revision();
    const rows = Array.from({ length: 40 }, (_, at) => ({ ...act, code: `T${at}` }));
    const reports = await Promise.all([take('acts', rows, 10), take('acts', rows, 10)]);
    const imported = reports.reduce((sum, { report }) => sum + report.imported, 0);
    expect(imported).toBe(40);
    const numbers = await record.sql<{ number: string }>(
      'SELECT number FROM revisions WHERE number > $1 ORDER BY number',
      [before],
    );
    expect(numbers.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: numbers.length }, (_, at) => before + 1 + at),
    );
    expect(await record.revision()).toBe(before + numbers.length);
  });
});

describe('a file that cannot be read', () => {
  const write = (name: string, text: string) => {
    const path = join(folder.path, name);
    writeFileSync(path, text);
    return path;
  };

  it.each([
    ['no header', 'a.csv', 'EXEMPLE,900000001\n', /missing: inpe.*not known: column 1, 2\)/],
    ['a column twice', 'b.csv', 'inpe,inpe,valid_from,valid_to\n', /twice: inpe/],
    ['nothing', 'c.csv', '', /empty/],
    ['another ending', 'd.xlsx', '', /\.csv or \.ndjson/],
    ['a quote that never closes', 'e.csv', 'inpe,valid_from\n"1,2010-01-01\n', /quote/],
  ])('%s', async (_title, name, text, message) => {
    const failed = take('provider-activity', write(name, text));
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toMatchObject({ name: 'AppError' });
    await expect(failed).rejects.not.toThrow(/EXEMPLE/);
  });

  it('is one that is not there', async () => {
    const failed = take('acts', join(folder.path, 'absent.csv'));
    await expect(failed).rejects.toMatchObject({ code: 'input-unreadable' });
  });
});
