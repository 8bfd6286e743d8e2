// One change of a rate from its draft to its first decisions, over as many sheets as are wanted:
// WALK_SHEETS=100000 npx vitest run --project servers tests/whole-way/rate-change.test.ts
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { addDays } from '#domain/calendar/arithmetic.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import { createTokenSource } from '#src/client/api-client.ts';
import { sendBulk } from '#src/client/bulk-request.ts';
import { casablancaDate } from '#src/clock.ts';
import type { RulesetAnswer } from '#src/http/schemas/ruleset.ts';
import type { SimulationAnswer } from '#src/http/schemas/simulation.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { queueBackends } from '#tests/harness/test-queue.ts';
import { consultation } from './consultation.ts';
import { decideSheets } from './decide-sheets.ts';
import { expectSound } from './expect-sound.ts';
import { readChanges } from './read-changes.ts';
import { draftRate, type RulesPerson, rulesPerson } from './rules-person.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const isShown = process.env.WALK_SHEETS !== undefined;
const SHEETS = Number(process.env.WALK_SHEETS ?? 2_000);
const LIMIT_MS = 120_000 + 20 * SHEETS;
/** Their families send the consultations of the last step, and nothing before. */
const KEPT_APART = 40;
const REPLAYED = 5_000;

const VERSION = '/v1/rulesets/AMO-90-100/versions/2';
const today = casablancaDate(new Date());
const tomorrow = addDays(today, 1);
const insuredCount = KEPT_APART + Math.min(10_000, Math.max(100, Math.ceil(SHEETS / 4)));
const world = generateWorld({ seed: 17, insuredCount, day: today });

let system: RunningSystem;
let author: RulesPerson;
let approver: RulesPerson;
/** The day on which the system believes to be. */
let day = today;
const sent = {
  /** Days of care. */
  days: new Set<string>(),
  /** Ids of sheets all of whose care is paid at 100 %. */
  inFull: new Set<number>(),
};

beforeAll(async () => {
  const [kind = 'postgres'] = queueBackends();
  system = await startSystem(kind, { now: () => new Date(`${day}T10:00:00Z`) });
  const { context } = system;
  await seedReference(context, { rules: 'mission' });
  await shown(
    () => `seeded ${insuredCount} families`,
    () => seedWorld(context, world),
  );
  const clinic = { code: 'CLINIC-1', kind: 'provider', name: 'Clinique' } as const;
  await createOrganisation(context, { ...clinic, actor: 'test:operator' });
  author = await rulesPerson(system, 'rules-author');
  approver = await rulesPerson(system, 'rules-approver');
}, LIMIT_MS);
afterAll(() => system?.stop());

/** Says what was done and how long it took, to whoever chose the number of sheets. */
async function shown<Result>(
  what: (result: Result) => string,
  work: () => Promise<Result>,
): Promise<Result> {
  const began = performance.now();
  const result = await work();
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  // biome-ignore lint/suspicious/noConsole: this is how a run is shown
  if (isShown) console.log(`${what(result)}: ${seconds} s`);
  return result;
}

function generate(reference: ReferenceRows): Iterable<Submission> {
  const families = { ...world, insured: world.insured.slice(KEPT_APART) };
  const options = { world: families, seed: 23, count: SHEETS, day: today, reference };
  return generateSheets({ ...options, medicines: reference.medicines });
}

/** The day that says which rules count. */
const careOn = ({ lines, stay }: Submission): string =>
  stay?.admission ?? lines.map(({ date }) => date).sort()[0] ?? today;

/** Sends all sheets as one upload, each made when it is its turn; gives how many are in. */
async function upload(reference: ReferenceRows): Promise<number> {
  const surgery = new Set(
    reference.acts.filter(({ category }) => category === 'surgery').map(({ code }) => code),
  );
  const isPaidInFull: boolean[] = [];
  function* lines(): Generator<string> {
    for (const sheet of generate(reference)) {
      sent.days.add(careOn(sheet));
      isPaidInFull.push(
        sheet.stay !== undefined || sheet.lines.every(({ code }) => surgery.has(code)),
      );
      yield `${JSON.stringify(sheet)}\n`;
    }
  }
  const token = await createTokenSource(system.url, await system.register('CLINIC-1', 'clinic'))();
  const body = Readable.from(lines(), { objectMode: false });
  let accepted = 0;
  for await (const result of sendBulk({ baseUrl: system.url, token, body })) {
    if (!('id' in result)) throw new Error(`line ${result.line}: ${JSON.stringify(result)}`);
    accepted += 1;
    if (isPaidInFull[result.line - 1]) sent.inFull.add(result.id);
  }
  return accepted;
}

async function ask<Row extends object>(statement: string): Promise<Row[]> {
  return (await system.context.database.as('auditor').query<Row>(statement)).rows;
}

it('a clinic sends its sheets in bulk, and all are decided', { timeout: LIMIT_MS }, async () => {
  const pool = system.context.database.as('worker');
  const reference = await readReference(pool, (await readInstallation(pool)).revision);
  const accepted = await shown(
    (count) => `uploaded ${count} sheets`,
    () => upload(reference),
  );
  expect(accepted).toBe(SHEETS);
  await shown(
    () => `decided what still waited of ${accepted} sheets`,
    () => system.decided(LIMIT_MS),
  );
  const [stored] = await ask(
    'SELECT count(*) AS sheets FROM care_sheets WHERE decided_on IS NOT NULL',
  );
  expect(stored).toEqual({ sheets: SHEETS });
});

const changesText = ({ period, report }: SimulationAnswer): string =>
  `simulated ${report?.sheets.simulated} sheets of ${period.from} to ${period.to}, of which ` +
  `${report?.sheets.changed} change by ${report?.total.difference}`;

/** Decided sheets of which the insured bears a share of a line: all but hospital and surgery. */
async function readRoutine(): Promise<Set<number>> {
  const found = await ask<{ id: number }>(
    `SELECT DISTINCT s.id FROM care_sheets s
     JOIN decision_lines l ON (l.sheet_id, l.revision) = (s.id, s.revision)
     WHERE s.outcome <> 'pended' AND l.copay > 0`,
  );
  return new Set(found.map(({ id }) => id));
}

it('the author simulates 85 %; both read the same', { timeout: LIMIT_MS }, async () => {
  const draft = await draftRate(author, tomorrow);
  expect([draft.code, draft.stderr]).toEqual([0, '']);
  expect(draft.json()).toMatchObject({ version: 2, state: 'draft' });
  const days = [...sent.days].sort();
  const [from = today, to = today] = [days.at(0), days.at(-1)];
  const over = ['--from', from, '--to', to, '--wait', '--json'];
  const told = await shown(changesText, async (): Promise<SimulationAnswer> => {
    const run = await author.rules('simulate', 'AMO-90-100', '2', ...over);
    expect(run.code).toBe(0);
    return run.json();
  });
  expect(await approver.api.get<SimulationAnswer>(told.links.self)).toEqual(told);
  const { report, reportHash } = told;
  if (report === null) throw new Error('a simulation that is done has a report');
  expect(createHash('sha256').update(canonicalJson(report)).digest('hex')).toBe(reportHash);
  expect(report.ruleset).toMatchObject({ code: 'AMO-90-100', version: 2 });
  expect(report.leftOut).toEqual({});
  expect(report.sheets).toMatchObject({ simulated: SHEETS, failed: 0 });
  expect(report.sheets.changed).toBeGreaterThan(SHEETS / 4);
  const paid = await ask(
    `SELECT to_char(sum(l.benefit) / 100.0, 'FM9999999990.00') AS benefit FROM care_sheets s
     JOIN decision_lines l ON (l.sheet_id, l.revision) = (s.id, s.revision)
     WHERE s.outcome <> 'pended'`,
  );
  expect(paid).toEqual([{ benefit: report.total.before.benefit }]);

  const totals = await shown(
    ({ sheets, byRate }) => `read ${sheets.size} changed sheets, ${byRate.size} by the rate alone`,
    () => readChanges(approver.api, told.links.changes),
  );
  expect(totals.sheets.size).toBe(report.sheets.changed);
  expect(formatAmount(totals.benefit)).toBe(report.total.difference);
  expect(totals.benefit).toBeLessThan(0);
  expect(totals.odd).toEqual([]);
  for (const { category, difference } of report.byCategory) {
    const sum = totals.byCategory.get(category) ?? 0;
    expect([category, formatAmount(sum)]).toEqual([category, difference]);
  }
  expect(sent.inFull.size).toBeGreaterThan(SHEETS / 50);
  expect([...sent.inFull].filter((id) => totals.byRate.has(id))).toEqual([]);
  const routine = await readRoutine();
  expect([...routine].filter((id) => !totals.sheets.has(id))).toEqual([]);
  expect([...totals.byRate].filter((id) => !routine.has(id))).toEqual([]);
});

async function publish(): Promise<RulesetAnswer> {
  const submitted = await author.rules('submit', 'AMO-90-100', '2');
  expect([submitted.code, submitted.stderr]).toEqual([0, '']);
  const alone = await author.rules('approve', 'AMO-90-100', '2');
  expect([alone.code, alone.stdout]).toEqual([1, '']);
  const read = await approver.api.call<RulesetAnswer>(VERSION);
  expect(read.body.state).toBe('submitted');
  const headers = { 'If-Match': read.headers.get('etag') ?? '' };
  await approver.api.get(`${VERSION}/approve`, { method: 'POST', headers });
  return approver.api.get(`${VERSION}/publish`, { method: 'POST', headers, body: {} });
}

it('the author submits, and only another person approves and publishes', async () => {
  const published = await shown(({ state }) => `submitted, approved, published: ${state}`, publish);
  expect(published.state).toBe('scheduled');
});

it('each sheet is decided under the version of its own date', { timeout: LIMIT_MS }, async () => {
  const of = (index: number, date: string) => consultation(world, index, date);
  const explained = await shown(
    ({ length }) => `decided ${length} sheets on both sides of the date`,
    async () => {
      const before = await decideSheets(system, [of(0, today), of(1, today)]);
      day = tomorrow;
      // Also care of yesterday that comes in when the next version is in force.
      const after = await decideSheets(system, [of(2, tomorrow), of(3, today), of(4, tomorrow)]);
      return [...before, ...after];
    },
  );
  const paid = explained.map(({ lines, totals }) => [lines[0]?.ruleset?.id, totals?.benefit]);
  const [first, second] = [
    ['AMO-90-100@1', '72.00'],
    ['AMO-90-100@2', '68.00'],
  ];
  expect(paid).toEqual([first, first, second, first, second]);
  await shown(
    (replayed) => `checked every invariant, replayed ${replayed} decisions`,
    () => expectSound(system.context, { limit: REPLAYED }),
  );
});
