// What a simulation foretells is what happens: the same sheets under the draft, sheet by sheet.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { readChanges } from '#domain/simulation/change-text.ts';
import type { SimulationReport } from '#domain/simulation/report.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { loadReference } from '#fixtures/load-reference.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { toCareSheet } from '#src/intake/to-care-sheet.ts';
import { askSimulation, type SimulationRequest } from '#src/pipeline/simulate/ask-simulation.ts';
import { receiveFile } from '#src/pipeline/simulate/receive-file.ts';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { type DecidedWorld, startDecidedWorld } from './decided-world.ts';

const day = '2026-11-20';
const now = () => new Date('2026-11-21T10:00:00Z');
const period = { from: '2026-01-01', to: '2026-12-31' };
const world = generateWorld({ seed: 5, insuredCount: 40, day });

/** Routine care at 85 % instead of 90 %, with caps and limits that families soon reach. */
const mission = loadRuleset('AMO-90-100');
const draft: RulesetDocument = {
  ...mission,
  code: 'AMO-85-100',
  coverage: mission.coverage.map((row) =>
    row.code === 'ROUTINE' ? { ...row, rate: '0.85' } : row,
  ),
  caps: [
    ...mission.caps,
    {
      ...{ code: 'CAP-BIOLOGY', when: { categories: ['biology'] }, amount: '150.00' },
      ...{ per: 'family', window: { kind: 'calendar-year' }, source: 'test' },
    },
  ],
  unitLimits: [
    ...mission.unitLimits,
    {
      ...{ code: 'LIMIT-CONSULTATIONS', when: { categories: ['consultation'] }, maxUnits: 2 },
      ...{ window: { kind: 'calendar-year' }, source: 'test' },
    },
  ],
};

const rows = {
  ...loadReference(),
  rulesets: [{ version: 1, document: mission }],
};
const generated = generateSheets({
  ...{ world, seed: 9, count: 500, day, reference: rows, medicines: rows.medicines },
});
const sheets = [...generated].map((submission) => toCareSheet(submission, day));
const careOn = ({ lines, stay }: CareSheet) =>
  stay?.admission ?? lines.map(({ date }) => date).sort()[0] ?? day;
/** Sheets of one day in the order in which they came: as the simulation replays them. */
const inOrderOfCare = [...sheets].sort((a, b) =>
  careOn(a) < careOn(b) ? -1 : Number(careOn(a) > careOn(b)),
);

interface Owed {
  number: string;
  line: number;
  outcome: string;
  sheet: string;
  headings: string;
}

const OWED = `SELECT number, line_number AS line, l.outcome, s.outcome AS sheet,
    concat_ws('/', benefit, copay, over_cap, excess, disallowed) AS headings
  FROM (SELECT id, number, revision, outcome FROM care_sheets) s
  JOIN decision_lines l ON (l.sheet_id, l.revision) = (s.id, s.revision)
  ORDER BY number, line_number`;

const HEADINGS = ['benefit', 'copay', 'over_cap', 'excess', 'disallowed'];

describeOnEachQueue('a simulation of 85 % instead of 90 %', (kind) => {
  let live: DecidedWorld;

  beforeAll(async () => {
    live = await startDecidedWorld(kind, { world, now });
    await live.decide(sheets);
  });

  afterAll(() => live.stop());

  async function simulate(of: SimulationRequest['of'] = draft, on = live): Promise<number> {
    const [{ id: organisationId = 0 } = {}] = await on.ask<{ id: number }>(
      `SELECT id FROM organisations WHERE code = 'ADMIN'`,
    );
    const id = await askSimulation(on.context, {
      ...{ of, period, organisationId, onlyFundId: null, actor: 'test' },
    });
    await until(async () => (await find(id, on)).status === 'done');
    return id;
  }

  async function find(id: number, on = live) {
    const [found] = await on.ask<{ status: string; report: string; hash: string }>(
      'SELECT status, report, report_hash AS hash FROM simulations WHERE id = $1',
      [id],
    );
    if (found === undefined) throw new Error('there is no such simulation');
    return found;
  }

  it('foretells exactly what an empty database with the draft in force decides', async () => {
    const id = await simulate();
    const { report: text } = await find(id);
    const report = JSON.parse(text) as SimulationReport;
    expect(report.sheets.simulated).toBe(sheets.length);
    expect(report.sheets.failed).toBe(0);
    expect(report.sheets.changed).toBeGreaterThan(100);
    const changes = (
      await live.ask<{ changes: string }>(
        'SELECT changes FROM simulation_changes WHERE simulation_id = $1',
        [id],
      )
    ).flatMap(({ changes: text }) => readChanges(text));
    expect(changes.length).toBe(report.sheets.changed);
    const foretold = new Map<string, Owed>();
    for (const row of await live.ask<Owed>(OWED)) foretold.set(`${row.number}:${row.line}`, row);
    const numbers = new Map(
      (await live.ask<{ id: number; number: string }>('SELECT id, number FROM care_sheets')).map(
        (row) => [row.id, row.number],
      ),
    );
    expect(
      changes.some(({ lines }) => lines.some(({ after }) => after.reasons.includes('cap-reached'))),
    ).toBe(true);
    const future = await startDecidedWorld(kind, { world, document: draft, now });
    await future.decide(inOrderOfCare);
    const actual = await future.ask<Owed>(OWED);
    await future.stop();
    for (const { sheetId, outcome, lines } of changes) {
      const number = numbers.get(sheetId) ?? '';
      for (const row of foretold.values()) if (row.number === number) row.sheet = outcome[1];
      for (const { number: line, after } of lines) {
        const row = foretold.get(`${number}:${line}`);
        if (row === undefined) throw new Error('a line that is on no sheet changes');
        row.outcome = after.outcome;
        if (after.amounts === null) continue;
        const { benefit, copay, overCap, excess, disallowed } = after.amounts;
        row.headings = [benefit, copay, overCap, excess, disallowed].join('/');
      }
    }
    const isFinal = ({ sheet }: Owed) => sheet !== 'pended';
    const told = [...foretold.values()];
    expect(told.map(({ number, sheet }) => `${number} ${sheet}`)).toEqual(
      actual.map(({ number, sheet }) => `${number} ${sheet}`),
    );
    expect(told.filter(isFinal)).toEqual(actual.filter(isFinal));
    expect(actual.filter(isFinal).length).toBeGreaterThan(500);
  });

  it('of a file foretells both sides of what is not even submitted', async () => {
    const empty = await startDecidedWorld(kind, { world, now });
    const [{ id: organisationId = 0 } = {}] = await empty.ask<{ id: number }>(
      `SELECT id FROM organisations WHERE code = 'ADMIN'`,
    );
    const by = { organisationId, actor: 'test' };
    const receiving = await receiveFile(empty.context, { ...by, receivedOn: day });
    await receiving.add(inOrderOfCare.map((sheet, index) => ({ line: index + 1, sheet })));
    const file = await receiving.complete({ refused: 0, contentHash: '0'.repeat(64) });
    const request = { ...by, of: draft, fileId: file?.id ?? 0, onlyFundId: null };
    const id = await askSimulation(empty.context, request);
    const find = () =>
      empty.ask<{ status: string; report: string }>(
        'SELECT status, report FROM simulations WHERE id = $1',
        [id],
      );
    await until(async () => (await find())[0]?.status === 'done');
    const report = JSON.parse((await find())[0]?.report ?? '') as SimulationReport;
    expect(report.sheets).toMatchObject({ simulated: sheets.length, failed: 0 });
    expect(report.sheets.changed).toBeGreaterThan(100);
    const changes = (
      await empty.ask<{ changes: string }>('SELECT changes FROM simulation_changes')
    ).flatMap(({ changes: text }) => readChanges(text));
    expect(await empty.ask('SELECT FROM care_sheets')).toEqual([]);
    await empty.decide(inOrderOfCare);
    const future = await startDecidedWorld(kind, { world, document: draft, now });
    await future.decide(inOrderOfCare);
    for (const [side, of] of [empty, future].entries()) {
      const name = side === 0 ? 'before' : 'after';
      const actual = new Map(
        (await of.ask<Owed>(OWED)).map((row) => [`${row.number}:${row.line}`, row]),
      );
      for (const { sheetId, outcome, lines } of changes) {
        const number = inOrderOfCare[sheetId - 1]?.number;
        for (const { number: line, [name]: told } of lines) {
          const row = actual.get(`${number}:${line}`);
          expect([row?.sheet, row?.outcome]).toEqual([outcome[side], told.outcome]);
          if (told.amounts === null) continue;
          const { benefit, copay, overCap, excess, disallowed } = told.amounts;
          expect(row?.headings).toBe([benefit, copay, overCap, excess, disallowed].join('/'));
        }
      }
      const totals = await of.ask<Record<string, string>>(
        `SELECT ${HEADINGS.map(
          (heading) => `to_char(sum(l.${heading}) / 100.0, 'FM9999990.00') AS "${heading}"`,
        )} FROM care_sheets s JOIN decision_lines l ON (l.sheet_id, l.revision) = (s.id, s.revision)
         WHERE s.outcome <> 'pended'`,
      );
      const { benefit, copay, excess, disallowed, overCap } = report.total[name];
      expect(totals).toEqual([{ benefit, copay, excess, disallowed, over_cap: overCap }]);
    }
    await empty.stop();
    await future.stop();
  });

  it('tells what the order of care changes apart from what the rules change', async () => {
    const late = await startDecidedWorld(kind, { world, document: draft, now });
    // Care of the second half of the period is decided first.
    const half = inOrderOfCare.length / 2;
    await late.decide(inOrderOfCare.slice(half));
    await late.decide(inOrderOfCare.slice(0, half));
    const ofLate = async (of: SimulationRequest['of']) =>
      JSON.parse((await find(await simulate(of, late), late)).report) as SimulationReport;
    const unchanged = await ofLate({ code: draft.code, version: 1 });
    expect(unchanged.lateArrivals.sheets).toBeGreaterThan(10);
    expect(unchanged.sheets.changed).toBe(unchanged.lateArrivals.sheets);
    expect(unchanged.total.difference).toBe(unchanged.lateArrivals.difference);
    const changed = await ofLate({ ...mission, code: 'AMO-90-AGAIN' });
    expect(changed.sheets.changed).toBeGreaterThan(unchanged.sheets.changed);
    expect(changed.lateArrivals).toEqual(unchanged.lateArrivals);
    await late.stop();
  });

  it('says the same bytes each time', async () => {
    const [a, b] = [await simulate(), await simulate()];
    expect(a).not.toBe(b);
    expect((await find(b)).report).toBe((await find(a)).report);
  });
});
