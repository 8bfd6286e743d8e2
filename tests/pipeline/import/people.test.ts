import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readInsured } from '#db/repositories/insured-repository.ts';
import { readProviders } from '#db/repositories/provider-repository.ts';
import type { ImportIssue } from '#src/pipeline/import/import-issue.ts';
import { importRecords } from '#src/pipeline/import/import-records.ts';
import type { ImportKind } from '#src/pipeline/import/record-kind.ts';
import type { ImportSource } from '#src/pipeline/import/source/read-source.ts';
import { openRecord, type TestRecord } from '#tests/db/record/open-record.ts';
import { temporaryFolder } from '#tests/harness/temporary-folder.ts';

const folder = temporaryFolder('people');
let record: TestRecord;

beforeAll(async () => {
  record = await openRecord();
});

afterAll(async () => {
  await record.close();
  folder.remove();
});

async function take(kind: ImportKind, source: ImportSource) {
  const found: string[] = [];
  const onIssue = (issue: ImportIssue) =>
    void found.push(`${issue.row} ${issue.code} ${issue.field ?? ''}`.trim());
  const report = await importRecords(record, { kind, source, actor: 'cli:test', onIssue });
  return { report, found };
}

const key = { issuer: 'CNSS', number: '900000001' };
const nobody = { issuer: 'CNSS', number: '999999999' };
const person = {
  last_name: 'Exemple',
  first_name: 'Assuré',
  birth_date: '1980-05-06',
  sex: 'F',
};
const rib = '011519000001205000534921';

describe('importing insured people', () => {
  it('takes a CSV with semicolons, and changes nothing the second time', async () => {
    const path = join(folder.path, 'insured.csv');
    const lines = [
      'issuer;number;last_name;first_name;birth_date;sex;death_date',
      'CNSS;900000001;Exemple;Assuré;1980-05-06;F;',
      'CNOPS;P00000001;"Exemple; deux";Assuré;1955-01-31;M;2024-02-29',
    ];
    writeFileSync(path, `\ufeff${lines.join('\r\n')}\r\n`);
    expect((await take('insured', path)).report).toMatchObject({ rows: 2, imported: 2 });
    expect((await take('insured', path)).report).toMatchObject({ unchanged: 2, revision: null });
  });

  it('supersedes what changed about a person, and keeps what was known', async () => {
    const before = await record.revision();
    const { report } = await take('insured', [{ ...key, ...person, sex: 'M' }]);
    expect(report).toMatchObject({ imported: 1, corrections: 1, revision: before + 1 });
    const rows = await record.sql(
      `SELECT sex, superseded_revision::int AS superseded FROM insured_persons
       JOIN insured ON id = insured_id WHERE number = $1 ORDER BY recorded_revision`,
      [key.number],
    );
    expect(rows).toEqual([
      { sex: 'F', superseded: before + 1 },
      { sex: 'M', superseded: null },
    ]);
  });

  it('refuses what is wrong, every fault of a row at once', async () => {
    const { report, found } = await take('insured', [
      { ...key, number: '12345', ...person },
      { ...key, ...person, birth_date: '1980-02-30', sex: 'X' },
      { ...key, ...person, death_date: '1980-05-05' },
      { ...key, ...person, first_name: 'Bad\u0000name' },
      { ...key, ...person, cin: 'AB123' },
      { issuer: 'CNSS', ...person },
      { ...key, ...person, sex: 'F', last_name: 'Autre' },
      { ...key, ...person, last_name: 'Encore' },
    ]);
    expect(found).toEqual([
      '1 not-a-registration-number number',
      '2 not-a-date birth_date',
      '2 not-one-of sex',
      '3 ends-before-it-begins death_date',
      '4 not-a-text first_name',
      '5 unknown-field',
      '6 required number',
      '8 repeated-row',
    ]);
    expect(report).toMatchObject({ rows: 8, imported: 1, refused: 7 });
  });
});

describe('importing what belongs to an insured', () => {
  it('refuses every kind for an insured who is not on record', async () => {
    const period = { valid_from: '2023-01-01' };
    const dependant = { rank: 1, relationship: 'child', attached_from: '2020-01-01' };
    const kinds: [ImportKind, object][] = [
      ['dependants', { ...person, ...dependant }],
      ['affiliations', { scheme: 'SALARIED', ...period }],
      ['entitlements', { status: 'opened', ...period }],
      ['certificates', { patient_rank: 0, illness: 'costly', code: 'M663', ...period }],
      ['accounts', { payee_kind: 'insured', holder: 'Exemple', rib }],
    ];
    for (const [kind, fields] of kinds) {
      const { found, report } = await take(kind, [{ ...nobody, ...fields }]);
      expect(found, kind).toEqual(['1 insured-unknown number']);
      expect(report).toMatchObject({ rows: 1, refused: 1, revision: null });
    }
  });

  it('takes NDJSON, and gives the engine the whole family', async () => {
    const path = join(folder.path, 'dependants.ndjson');
    const child = { ...key, rank: 1, relationship: 'child', ...person, birth_date: '2004-01-01' };
    const lines = [
      { ...child, attached_from: '2020-01-01', student_from: '2025-09-01', disabled: false },
      { ...child, rank: 2, attached_from: '2020-01-01', student_to: '2026-09-01' },
      { ...child, rank: 100, attached_from: '2020-01-01' },
    ];
    const text = [...lines.map((line) => JSON.stringify(line)), '["no object"]', '{"rank":1,'];
    writeFileSync(path, `${text.join('\n')}\n`);
    expect((await take('dependants', path)).found).toEqual([
      '2 required student_from',
      '3 not-a-number rank',
      '4 unreadable-row',
      '5 unreadable-row',
    ]);
    await take('affiliations', [{ ...key, scheme: 'SALARIED', valid_from: '2023-01-01' }]);
    await take('entitlements', [{ ...key, status: 'opened', valid_from: '2023-01-01' }]);
    const certificate = { ...key, illness: 'long-term', code: 'H010', valid_from: '2025-01-01' };
    const { found } = await take('certificates', [
      { ...certificate, patient_rank: '1', diagnoses: 'I10|I11.0' },
      { ...certificate, patient_rank: 7 },
    ]);
    expect(found).toEqual(['2 patient-unknown patient_rank']);
    const [id] = await record.sql<{ id: string }>('SELECT id FROM insured WHERE number = $1', [
      key.number,
    ]);
    const revision = await record.revision();
    const worker = record.database.as('worker');
    const families = await readInsured(worker, [Number(id?.id)], revision);
    expect([...families.values()]).toEqual([
      expect.objectContaining({
        ...key,
        birthDate: '1980-05-06',
        affiliations: [{ scheme: 'SALARIED', from: '2023-01-01', to: null }],
        entitlements: [{ status: 'opened', from: '2023-01-01', to: null, qualifiedOn: null }],
        dependants: [
          expect.objectContaining({
            rank: 1,
            attached: { from: '2020-01-01', to: null },
            student: [{ from: '2025-09-01', to: null }],
          }),
        ],
        certificates: [expect.objectContaining({ patientRank: 1, diagnoses: ['I10', 'I11.0'] })],
      }),
    ]);
  });

  it('refuses overlapping rights, and takes them once the earlier ones end', async () => {
    const closed = { ...key, status: 'opened', valid_from: '2023-01-01', valid_to: '2025-06-30' };
    const suspended = { ...key, status: 'suspended', valid_from: '2025-07-01' };
    expect((await take('entitlements', [suspended])).found).toEqual(['1 overlap']);
    const { report, found } = await take('entitlements', [closed, suspended]);
    expect(found).toEqual([]);
    expect(report).toMatchObject({ imported: 2, corrections: 1 });
    const scheme = { ...key, scheme: 'TNS', valid_from: '2024-01-01' };
    expect((await take('affiliations', [scheme])).found).toEqual(['1 overlap']);
  });

  it('warns of a scheme that no fund manages', async () => {
    const other = { issuer: 'CNOPS', number: 'P00000001', scheme: 'PUBLIC' };
    const { report, found } = await take('affiliations', [{ ...other, valid_from: '2023-01-01' }]);
    expect(found).toEqual(['1 scheme-unknown scheme']);
    expect(report).toMatchObject({ rows: 1, importedWithWarning: 1 });
    const again = await take('affiliations', [{ ...other, valid_from: '2023-01-01' }]);
    expect(again.report).toMatchObject({ rows: 1, unchangedWithWarning: 1 });
  });
});

describe('importing providers and accounts', () => {
  const clinic = {
    inpe: '100000017',
    kind: 'clinic',
    sector: 'private',
    name: 'Clinique Exemple',
  };

  it('takes providers with the periods in which they were active', async () => {
    const early = { inpe: clinic.inpe, valid_from: '2010-01-01' };
    expect((await take('provider-activity', [early])).found).toEqual(['1 provider-unknown inpe']);
    const wrong = { ...clinic, inpe: '12345678' };
    expect((await take('providers', [clinic, wrong])).found).toEqual(['2 not-an-inpe inpe']);
    const { report, found } = await take('provider-activity', [
      { ...early, valid_to: '2012-12-31' },
      { inpe: clinic.inpe, valid_from: '2014-01-01' },
      { inpe: clinic.inpe, valid_from: '2012-12-31', valid_to: '2013-01-01' },
      { inpe: clinic.inpe, valid_from: '2011-01-01', valid_to: '2010-01-01' },
    ]);
    expect(found).toEqual(['3 overlap', '4 ends-before-it-begins valid_to']);
    expect(report).toMatchObject({ imported: 2, refused: 2 });
    const revision = await record.revision();
    const read = await readProviders(record.database.as('worker'), [clinic.inpe], revision);
    expect(read.get(clinic.inpe)).toMatchObject({
      sector: 'private',
      specialty: null,
      active: [
        { from: '2010-01-01', to: '2012-12-31' },
        { from: '2014-01-01', to: null },
      ],
    });
  });

  it('refuses a RIB with a wrong key, and says which field is missing', async () => {
    const account = { payee_kind: 'provider', inpe: clinic.inpe, holder: 'Clinique', rib };
    const { report, found } = await take('accounts', [
      { ...account, rib: '011 519 0000012050005349 21' },
      { ...account, inpe: '100000025' },
      { ...account, rib: '011519000001205000534922' },
      { ...account, payee_kind: 'insured' },
      { ...key, payee_kind: 'insured', holder: 'Exemple', rib },
    ]);
    expect(found).toEqual([
      '2 provider-unknown inpe',
      '3 not-a-rib rib',
      '4 required issuer',
      '4 required number',
      '4 not-valid inpe',
    ]);
    expect(report).toMatchObject({ rows: 5, imported: 2, refused: 3 });
    const rows = await record.sql('SELECT payee_key AS key, rib FROM payee_accounts ORDER BY 1');
    expect(rows).toEqual([
      { key: '100000017', rib },
      { key: 'CNSS:900000001', rib },
    ]);
  });

  it('says the same in three languages, without a value of the row', async () => {
    const messages: string[] = [];
    for (const language of ['fr', 'ar', 'en'] as const) {
      await importRecords(record, {
        kind: 'accounts',
        source: [{ payee_kind: 'provider', inpe: clinic.inpe, holder: 'X', rib: '123' }],
        actor: 'cli:test',
        language,
        onIssue: ({ message }) => messages.push(message),
      });
    }
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(message).toContain('"rib"');
    expect(new Set(messages).size).toBe(3);
    expect(messages.join()).not.toContain('123');
  });
});
