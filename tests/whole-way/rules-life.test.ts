// Two people change a rate from a date, while sheets are decided: by the API and by the command
// line, without a restart, and no sheet is ever decided under half of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import type { World } from '#fixtures/generator/world.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import { inParallel } from '#src/client/in-parallel.ts';
import { casablancaDate } from '#src/clock.ts';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import type { Comparison } from '#src/http/schemas/ruleset-change.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { publishVersion } from '#src/pipeline/rulesets/publish-version.ts';
import { queueBackends } from '#tests/harness/test-queue.ts';
import { consultation } from './consultation.ts';
import { decideSheets, explain, send } from './decide-sheets.ts';
import { expectSound } from './expect-sound.ts';
import { draftRate, rulesPerson } from './rules-person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const VERSIONS = '/v1/rulesets/AMO-90-100/versions';
const today = casablancaDate(new Date());
const tomorrow = addDays(today, 1);
const SHEETS = 240;

let system: RunningSystem;
let world: World;
/** The day on which the system believes to be. */
let day = today;

beforeAll(async () => {
  const [kind = 'postgres'] = queueBackends();
  system = await startSystem(kind, { now: () => new Date(`${day}T10:00:00Z`) });
  const { context } = system;
  await seedReference(context, { rules: 'mission' });
  world = generateWorld({ seed: 11, insuredCount: 160, day: today });
  await seedWorld(context, world);
  const clinic = { code: 'CLINIC-1', kind: 'provider', name: 'Clinique' } as const;
  await createOrganisation(context, { ...clinic, actor: 'test:operator' });
});
afterAll(() => system?.stop());

/** The revision of the record under which the newest decision of a sheet was made. */
async function decidedUnder(sheetId: number): Promise<number> {
  const { rows } = await system.context.database.as('auditor').query<{ revision: number }>(
    `SELECT record_revision AS revision FROM decisions
     WHERE sheet_id = $1 ORDER BY revision DESC LIMIT 1`,
    [sheetId],
  );
  return rows[0]?.revision ?? 0;
}

/** The revision of the record that published a version. */
async function publishedUnder(version: number): Promise<number> {
  const { rows } = await system.context.database
    .as('auditor')
    .query<{ revision: number }>(
      'SELECT min(recorded_revision) AS revision FROM ruleset_publications WHERE version = $1',
      [version],
    );
  return rows[0]?.revision ?? 0;
}

it('takes two people to change the routine rate, on the command line and by the API', async () => {
  const author = await rulesPerson(system, 'rules-author');
  const approver = await rulesPerson(system, 'rules-approver');
  const draft = await draftRate(author, tomorrow);
  expect([draft.code, draft.stderr]).toEqual([0, '']);
  expect(draft.json()).toMatchObject({ version: 2, state: 'draft' });
  const differs = await author.rules('diff', 'AMO-90-100', '1', '2', '--language', 'fr');
  expect(differs.stdout).toContain('taux de la ligne ROUTINE : 90 % → 85 %');
  const submitted = await author.rules('submit', 'AMO-90-100', '2');
  expect([submitted.code, submitted.stderr]).toEqual([0, '']);
  expect(submitted.stdout).toContain('AMO-90-100@2: submitted');
  const alone = await author.rules('approve', 'AMO-90-100', '2');
  expect([alone.code, alone.stdout]).toEqual([1, '']);

  const read = await approver.api.call<RulesetAnswer>(`${VERSIONS}/2`);
  const headers = { 'If-Match': read.headers.get('etag') ?? '' };
  const comparison = await approver.api.get<Comparison>(`${VERSIONS}/2/diff?with=1`);
  expect(comparison.changes.map(({ sentence }) => sentence)).toContain(
    'rate of row ROUTINE: 90 % → 85 %',
  );
  await approver.api.get(`${VERSIONS}/2/approve`, { method: 'POST', headers });
  const past = await approver.rules('publish', 'AMO-90-100', '2', '--from', today);
  expect(past.code).toBe(1);
  expect(past.stderr).toContain('/effectiveFrom: ');
  const scheduled = await approver.api.get<RulesetAnswer>(`${VERSIONS}/2/publish`, {
    ...{ method: 'POST', headers, body: {} },
  });
  expect(scheduled.state).toBe('scheduled');
  const list = await author.rules('list', 'AMO-90-100', '--json');
  expect(list.json().map(({ state }: RulesetAnswer) => state)).toEqual(['in-force', 'scheduled']);
});

it('decides each sheet under the version of its own date, on both sides of the date', async () => {
  const before = await decideSheets(system, [
    consultation(world, 0, today),
    consultation(world, 1, today),
  ]);
  day = tomorrow;
  // Also care of yesterday that comes in when the next version is in force.
  const after = await decideSheets(system, [
    consultation(world, 2, tomorrow),
    consultation(world, 3, today),
    consultation(world, 4, tomorrow),
  ]);
  const paid = [...before, ...after].map(({ lines, totals }) => [
    lines[0]?.ruleset?.id,
    totals?.benefit,
  ]);
  const [first, second] = [
    ['AMO-90-100@1', '72.00'],
    ['AMO-90-100@2', '68.00'],
  ];
  expect(paid).toEqual([first, first, second, first, second]);
  const author = await rulesPerson(system, 'rules-author');
  const { items } = await author.api.get<{ items: RulesetAnswer[] }>(VERSIONS);
  expect(items.map(({ state }) => state)).toEqual(['superseded', 'in-force']);
  await expectSound(system.context);
});

it('is seen whole by every decision, when it is published amid the stream of sheets', async () => {
  const author = await rulesPerson(system, 'rules-author');
  const approver = await rulesPerson(system, 'rules-approver');
  const next = addDays(tomorrow, 1);
  const back = await author.rules('rollback', 'AMO-90-100', '1', '--from', next, '--json');
  expect([back.code, back.stderr]).toEqual([0, '']);
  const { version, contentHash } = back.json();
  expect((await approver.rules('approve', 'AMO-90-100', String(version))).code).toBe(0);
  // The clinics are a day ahead, and send care of a day whose rules change under their eyes.
  day = next;
  const pool = system.context.database.as('worker');
  const reference = await readReference(pool, (await readInstallation(pool)).revision);
  const options = { world, seed: 5, count: SHEETS, day: next, reference };
  const sheets = [...generateSheets({ ...options, medicines: reference.medicines })];
  const clinic = await system.client('CLINIC-1', 'clinic');
  const ids: number[] = [];
  const publish = () =>
    publishVersion(
      { ...system.context, clock: () => new Date(`${tomorrow}T22:00:00Z`) },
      { code: 'AMO-90-100', version, actor: approver.id, contentHashes: [contentHash] },
    );
  await inParallel(sheets.entries(), 4, async ([index, sheet]) => {
    if (index === Math.floor(SHEETS / 2)) await publish();
    ids.push(await send(clinic, sheet));
  });
  await system.decided();
  const published = await publishedUnder(version);
  const seen = { before: 0, after: 0 };
  for (const [index, sheet] of sheets.entries()) {
    const id = ids[index] ?? 0;
    const isBefore = (await decidedUnder(id)) < published;
    seen[isBefore ? 'before' : 'after'] += 1;
    const { lines } = await explain(clinic, id);
    for (const { ruleset, date } of lines) {
      if (ruleset === null) continue;
      const careOn = sheet.stay?.admission ?? date;
      const older = careOn < tomorrow ? 1 : 2;
      const newest = isBefore ? 2 : version;
      expect([careOn, ruleset.id]).toEqual([
        careOn,
        `AMO-90-100@${careOn < next ? older : newest}`,
      ]);
    }
  }
  expect(seen.before).toBeGreaterThan(10);
  expect(seen.after).toBeGreaterThan(10);
  await expectSound(system.context);
});
