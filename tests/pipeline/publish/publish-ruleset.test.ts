import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReference } from '#db/repositories/reference-repository.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { publishRuleset } from '#src/pipeline/publish/publish-ruleset.ts';
import { openRecord, type TestRecord } from '#tests/db/record/open-record.ts';

const shipped = loadRuleset('AMO-90-100');
const ruleset = (changes: Partial<RulesetDocument>): RulesetDocument => ({
  ...shipped,
  code: 'EXAMPLE',
  schemes: ['SALARIED', 'TNS'],
  effectiveFrom: '2020-01-01',
  ...changes,
});

let record: TestRecord;
beforeEach(async () => {
  record = await openRecord();
});
afterEach(() => record.close());

const publish = (document: unknown, people = { author: 'a.one', approver: 'b.two' }) =>
  publishRuleset(record, { document, ...people });

async function inForce(): Promise<string[]> {
  const rows = await record.sql<Record<'scheme' | 'code' | 'from' | 'to', string>>(
    `SELECT scheme, code || ' ' || version AS code, valid_from::text AS "from",
       coalesce(valid_to::text, '') AS "to"
     FROM ruleset_publications WHERE superseded_revision IS NULL ORDER BY scheme, valid_from`,
  );
  return rows.map(({ scheme, code, from, to }) => `${scheme} ${code} ${from}..${to}`);
}

describe('publishing a ruleset', () => {
  it('puts it in force for its schemes and dates, under one revision', async () => {
    const published = await publish(ruleset({}));
    expect(published).toMatchObject({ code: 'EXAMPLE', version: 1, changed: true });
    expect(await inForce()).toEqual([
      'SALARIED EXAMPLE 1 2020-01-01..',
      'TNS EXAMPLE 1 2020-01-01..',
    ]);
    const revisions = await record.sql('SELECT number::int, kind, actor FROM revisions');
    expect(revisions).toEqual([{ number: 1, kind: 'reference', actor: 'b.two' }]);
    const { rulesets } = await readReference(record.database.as('worker'), 1);
    expect(rulesets).toEqual([{ version: 1, document: ruleset({}) }]);
  });

  it('keeps the document as canonical JSON with its hash, author and approver', async () => {
    await publish(ruleset({}));
    const [row] = await record.sql(
      `SELECT status, author, approver, content_hash = encode(sha256(document::bytea), 'hex') AS
         hashed FROM ruleset_versions`,
    );
    expect(row).toEqual({
      status: 'published',
      author: 'a.one',
      approver: 'b.two',
      hashed: true,
    });
  });

  it('does nothing for a content in force already, in any order of its fields', async () => {
    await publish(ruleset({}));
    const reversed = Object.fromEntries(Object.entries(ruleset({})).reverse());
    expect(await publish(reversed)).toMatchObject({ version: 1, changed: false });
    expect(await record.revision()).toBe(1);
  });

  it('ends the version before on the day before, and supersedes what it covers', async () => {
    await publish(ruleset({}));
    await publish(ruleset({ title: 'Deux', effectiveFrom: '2026-01-01', schemes: ['SALARIED'] }));
    expect(await inForce()).toEqual([
      'SALARIED EXAMPLE 1 2020-01-01..2025-12-31',
      'SALARIED EXAMPLE 2 2026-01-01..',
      'TNS EXAMPLE 1 2020-01-01..',
    ]);
    await publish(ruleset({ title: 'Trois', effectiveFrom: '2019-01-01' }));
    expect(await inForce()).toEqual([
      'SALARIED EXAMPLE 3 2019-01-01..',
      'TNS EXAMPLE 3 2019-01-01..',
    ]);
    const known = await readReference(record.database.as('worker'), 2);
    expect(known.rulesets.map(({ version }) => version)).toEqual([1, 1, 2]);
  });

  it('leaves the days after a temporary ruleset to the one before', async () => {
    await publish(ruleset({ schemes: ['TNS'] }));
    const dates = { effectiveFrom: '2026-03-01', effectiveTo: '2026-06-30' };
    await publish(ruleset({ code: 'BRIEF', schemes: ['TNS'], ...dates }));
    expect(await inForce()).toEqual([
      'TNS EXAMPLE 1 2020-01-01..2026-02-28',
      'TNS BRIEF 1 2026-03-01..2026-06-30',
      'TNS EXAMPLE 1 2026-07-01..',
    ]);
  });

  it('comes back to a ruleset under the version that it has', async () => {
    await publish(ruleset({}));
    await publish(ruleset({ code: 'OTHER' }));
    expect(await publish(ruleset({}))).toMatchObject({ version: 1, changed: true });
    expect(await inForce()).toEqual([
      'SALARIED EXAMPLE 1 2020-01-01..',
      'TNS EXAMPLE 1 2020-01-01..',
    ]);
  });

  it('does nothing for a content that a later one has taken the place of', async () => {
    await publish(ruleset({}));
    await publish(ruleset({ title: 'Deux', effectiveFrom: '2026-01-01' }));
    const before = await inForce();
    expect(await publish(ruleset({}))).toMatchObject({ version: 1, changed: false });
    expect(await inForce()).toEqual(before);
  });

  it('gives two who publish at once two versions, and leaves no day with both', async () => {
    const versions = await Promise.all([
      publish(ruleset({ title: 'Un' })),
      publish(ruleset({ title: 'Deux' })),
    ]);
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(await inForce()).toEqual([
      'SALARIED EXAMPLE 2 2020-01-01..',
      'TNS EXAMPLE 2 2020-01-01..',
    ]);
  });
});

describe('refusing to publish', () => {
  it('what its author approves', async () => {
    const alone = publish(ruleset({}), { author: 'a.one', approver: 'a.one' });
    await expect(alone).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    ['an unknown field', { ...ruleset({}), colour: 'blue' }],
    [
      'a row without a source',
      ruleset({ coverage: [{ code: 'X', when: {}, rate: '0.9', source: '' }] }),
    ],
    ['an end before the beginning', ruleset({ effectiveTo: '2019-12-31' })],
    ['no document', null],
  ])('%s', async (_title, document) => {
    await expect(publish(document)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await record.revision()).toBe(0);
  });
});
