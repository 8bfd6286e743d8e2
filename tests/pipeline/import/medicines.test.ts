import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportIssue } from '#src/pipeline/import/import-issue.ts';
import { importRecords } from '#src/pipeline/import/import-records.ts';
import { openRecord, type TestRecord } from '#tests/db/record/open-record.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';
import { sharedData } from './shared-data.ts';

const file = sharedData('ref-des-medicaments-cnops-2014.csv');
const folder = temporaryFolder('medicines');
let record: TestRecord;

beforeAll(async () => {
  record = await openRecord();
});

afterAll(async () => {
  await record.close();
  folder.remove();
});

function take(source: string, effectiveOn?: string) {
  const issues: ImportIssue[] = [];
  const onIssue = (issue: ImportIssue) => issues.push(issue);
  const options = { kind: 'medicines', source, actor: 'cli:test', onIssue } as const;
  return importRecords(
    record,
    effectiveOn === undefined ? options : { ...options, effectiveOn },
  ).then((report) => ({ report, issues }));
}

const HEADER = `CODE,NOM,DCI1,DOSAGE1,UNITE_DOSAGE1,FORME,PRESENTATION,PPV,PH,PRIX_BR,\
PRINCEPS_GENERIQUE,TAUX_REMBOURSEMENT`;

function write(name: string, rows: readonly string[], encoding: BufferEncoding = 'latin1') {
  const path = join(folder.path, name);
  writeFileSync(path, [HEADER, ...rows, ''].join('\n'), encoding);
  return path;
}

function medicine(code: string, prices = '120.00,75.00,80.00', rate = '0.70') {
  return `${code},ÉLIXIR,PARACÉTAMOL,500,MG,COMPRIMÉ,1 BOITE,${prices},P,${rate}`;
}

function versions(code: string) {
  return record.sql(
    `SELECT base_price::int AS price, valid_from::text AS "from", valid_to::text AS "to"
     FROM medicines WHERE code = $1 AND superseded_revision IS NULL ORDER BY valid_from`,
    [code],
  );
}

describe('importing a medicine referential', () => {
  const code = '6118000040279';

  it('reads Windows-1252 and UTF-8 alike', async () => {
    await take(write('latin.csv', [medicine(code)]));
    const { report } = await take(write('utf8.csv', [medicine(code)], 'utf8'));
    expect(report).toMatchObject({ rows: 1, unchanged: 1, revision: null });
    const [row] = await record.sql('SELECT name, substance, presentation FROM medicines');
    expect(row).toEqual({
      name: 'ÉLIXIR',
      substance: 'PARACÉTAMOL 500 MG',
      presentation: 'COMPRIMÉ 1 BOITE',
    });
  });

  it('makes a dated version of a changed price, and closes the one before', async () => {
    const changed = write('changed.csv', [medicine(code, '120.00,75.00,70.00')]);
    const { report } = await take(changed, '2020-03-01');
    expect(report).toMatchObject({ imported: 1, newVersions: 1, corrections: 0 });
    expect(await versions(code)).toEqual([
      { price: 8000, from: '2014-01-01', to: '2020-02-29' },
      { price: 7000, from: '2020-03-01', to: null },
    ]);
    const superseded = await record.sql(
      'SELECT valid_to FROM medicines WHERE code = $1 AND superseded_revision IS NOT NULL',
      [code],
    );
    expect(superseded).toEqual([{ valid_to: null }]);
  });

  it('changes nothing when an older file comes again', async () => {
    const before = await record.revision();
    const { report } = await take(write('again.csv', [medicine(code)]));
    expect(report).toMatchObject({ unchanged: 1, revision: null });
    expect(await record.revision()).toBe(before);
  });

  it('corrects a version that begins on the effective date, and keeps the later ones', async () => {
    const corrected = write('corrected.csv', [medicine(code, '120.00,75.00,81.00')]);
    const { report } = await take(corrected);
    expect(report).toMatchObject({ imported: 1, newVersions: 0, corrections: 1 });
    expect(await versions(code)).toEqual([
      { price: 8100, from: '2014-01-01', to: '2020-02-29' },
      { price: 7000, from: '2020-03-01', to: null },
    ]);
  });

  it('corrects the first version when the effective date is before all of them', async () => {
    const earlier = write('earlier.csv', [medicine(code, '120.00,75.00,82.00')]);
    const { report } = await take(earlier, '2013-06-01');
    expect(report).toMatchObject({ imported: 1, corrections: 1 });
    expect(await versions(code)).toEqual([
      { price: 8200, from: '2013-06-01', to: '2020-02-29' },
      { price: 7000, from: '2020-03-01', to: null },
    ]);
  });

  it('refuses what cannot be read, row by row, and takes the rest', async () => {
    const path = write('faulty.csv', [
      medicine('6118000031284', '13.10,8.70,0.00'),
      medicine('6118000031284', '13.10,8.70,5.00'),
      medicine('6118000210030', '12O.00,74.80,120.00'),
      medicine(''),
      medicine('611800'),
      medicine('6118000060451', '7.40,4.60,5.60', '7'),
      '6118000100270,SHORT',
      medicine('6118000140213', '7.40,4.60,9.60', '0.00'),
    ]);
    const { report, issues } = await take(path);
    expect(issues.map(({ row, code: found, field }) => [row, found, field])).toEqual([
      [1, 'base-price-zero', 'PRIX_BR'],
      [2, 'repeated-row', undefined],
      [3, 'not-a-price', 'PPV'],
      [4, 'required', 'CODE'],
      [5, 'not-a-medicine-code', 'CODE'],
      [6, 'not-a-rate', 'TAUX_REMBOURSEMENT'],
      [7, 'unreadable-row', undefined],
      [8, 'ean-check-digit', 'CODE'],
    ]);
    expect(report).toMatchObject({ rows: 8, imported: 0, importedWithWarning: 2, refused: 6 });
    expect(report.findings['public-price-below-base']).toBe(1);
    const [row] = await record.sql(
      "SELECT reimbursable FROM medicines WHERE code = '6118000140213'",
    );
    expect(row).toEqual({ reimbursable: false });
  });

  it('finds the same again when a file with a repeated row is imported twice', async () => {
    const path = write('twice.csv', [
      medicine('6118000160182', '168.20,104.80,132.00'),
      medicine('6118000160182', '168.20,104.80,133.00'),
    ]);
    expect((await take(path)).report).toMatchObject({ imported: 1, refused: 1 });
    expect((await take(path)).report).toMatchObject({ unchanged: 1, refused: 1, revision: null });
  });
});

describe.skipIf(file === undefined)('importing the whole public referential of 2014', () => {
  let whole: TestRecord;
  beforeAll(async () => {
    whole = await openRecord();
  });
  afterAll(() => whole.close());

  it('accounts for all 5,917 rows', async () => {
    const issues: ImportIssue[] = [];
    const report = await importRecords(whole, {
      kind: 'medicines',
      source: file ?? '',
      actor: 'cli:test',
      onIssue: (issue) => issues.push(issue),
    });
    expect(report).toEqual({
      kind: 'medicines',
      rows: 5917,
      imported: 5871,
      importedWithWarning: 46,
      unchanged: 0,
      unchangedWithWarning: 0,
      refused: 0,
      newVersions: 0,
      corrections: 0,
      findings: {
        'ean-check-digit': 19,
        'base-price-zero': 27,
        'public-price-above-base': 450,
        'public-price-below-base': 209,
      },
      revision: 6,
    });
    expect(issues).toHaveLength(46);
    const [count] = await whole.sql(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE reimbursable)::int AS reimbursable,
         max(public_price)::int AS dearest, min(valid_from)::text AS first FROM medicines`,
    );
    const expected = { rows: 5917, reimbursable: 3940, dearest: 3_848_000, first: '2014-01-01' };
    expect(count).toEqual(expected);
  });

  it('changes nothing the second time', async () => {
    const options = { kind: 'medicines', source: file ?? '', actor: 'cli:test' } as const;
    const report = await importRecords(whole, options);
    expect(report).toMatchObject({ rows: 5917, unchanged: 5871, unchangedWithWarning: 46 });
    expect(report.revision).toBeNull();
    expect(await whole.revision()).toBe(6);
    const [count] = await whole.sql('SELECT count(*)::int AS revisions FROM revisions');
    expect(count).toEqual({ revisions: 6 });
  });
});
