// What a clinic is told before care is what is decided when the sheet is sent, over HTTP.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import { loadRulesets } from '#fixtures/load-rulesets.ts';
import { seedClients } from '#fixtures/seed/seed-clients.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import { casablancaDate } from '#src/clock.ts';
import type { CareSheetAnswer } from '#src/http/schemas/care-sheet.ts';
import type { EstimateAnswer } from '#src/http/schemas/estimate.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { publishRuleset } from '#src/pipeline/publish/publish-ruleset.ts';
import { queueBackends } from '#tests/harness/test-queue.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const SHEETS = 160;
const today = casablancaDate(new Date());

/** Limits that a family meets within a few sheets. */
const TIGHT = {
  caps: [
    { code: 'CAP-PATIENT', when: {}, amount: '400.00', per: 'patient', months: 12 },
    { code: 'CAP-FAMILY', when: {}, amount: '700.00', per: 'family', months: 24 },
  ].map(({ months, ...row }) => ({
    ...row,
    per: row.per as 'patient' | 'family',
    window: { kind: 'sliding-months' as const, months },
    source: 'test',
  })),
  unitLimits: [
    {
      code: 'LIMIT-ALL',
      when: { categories: ['consultation', 'biology', 'medicine'] as const },
      maxUnits: 6,
      window: { kind: 'calendar-year' as const },
      source: 'test',
    },
  ],
};

let system: RunningSystem;
let sheets: Submission[];

beforeAll(async () => {
  system = await startSystem(queueBackends()[0] ?? 'postgres');
  const { context } = system;
  await seedReference(context, { rules: 'mission' });
  const [shipped] = loadRulesets('mission');
  if (shipped === undefined) throw new Error('no ruleset is shipped');
  const people = { author: 'test:author', approver: 'test:approver' };
  await publishRuleset(context, { document: { ...shipped, ...TIGHT }, ...people });
  const world = generateWorld({ seed: 5, insuredCount: 30, day: today });
  await seedWorld(context, world);
  await seedClients(context, { clinics: 1 });
  const pool = context.database.as('worker');
  const rows = await readReference(pool, (await readInstallation(pool)).revision);
  const day = { world, seed: 5, count: SHEETS, day: today };
  sheets = [...generateSheets({ ...day, reference: rows, medicines: rows.medicines })];
});

afterAll(() => system.stop());

type Decision = NonNullable<CareSheetAnswer['decision']>;

const UNKNOWN = ['insured-unknown', 'patient-not-attached'];

/** What both say of a sheet, without what is told only once it is sent. */
function essence({ outcome, reasons, lines }: Pick<Decision, 'outcome' | 'reasons' | 'lines'>) {
  return {
    outcome,
    reasons: reasons.map(({ code }) => code).sort(),
    lines: lines.map(
      ({ number, outcome: of, unitsAllowed, tariff, amounts, ruleset, ...line }) => ({
        ...{ number, outcome: of, unitsAllowed, tariff, amounts, ruleset },
        reasons: line.reasons.map(({ code }) => code),
      }),
    ),
  };
}

it('is the decision that the same sheet then gets, caps and limits in it', async () => {
  const clinic = await system.client('CLINIC-001', 'clinic');
  const seen = { equal: 0, capped: 0, limited: 0, pended: 0, masked: 0, unprescribed: 0, early: 0 };
  for (const body of sheets) {
    const estimate = await clinic.get<EstimateAnswer>('/v1/estimates', { method: 'POST', body });
    const { decision } = await clinic.get<{ decision: Decision }>('/v1/care-sheets', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': body.number, prefer: 'wait=10' },
    });
    const codes = decision.reasons.map(({ code }) => code);
    if (estimate.reasons.some(({ code }) => code === 'patient-not-identified')) {
      seen.masked += 1;
      expect(codes.some((code) => UNKNOWN.includes(code))).toBe(true);
      expect(estimate.totals.amounts).toEqual(decision.totals);
    } else if (codes.includes('prescription-missing')) {
      seen.unprescribed += 1;
      expect(estimate.missing.some(({ kind }) => kind === 'prescription')).toBe(true);
    } else if (codes.includes('received-before-care')) {
      seen.early += 1;
      expect(estimate.receivedOn > today).toBe(true);
    } else if (!codes.includes('review-sample')) {
      seen.equal += 1;
      expect(essence(estimate)).toEqual(essence(decision));
      expect(estimate.totals.amounts).toEqual(decision.totals);
      const told = JSON.stringify(decision);
      if (decision.outcome === 'pended') seen.pended += 1;
      if (told.includes('cap-reached')) seen.capped += 1;
      if (told.includes('unit-limit')) seen.limited += 1;
    }
  }
  expect(seen.equal).toBeGreaterThan(SHEETS / 2);
  for (const [what, times] of Object.entries(seen)) expect([what, times > 0]).toEqual([what, true]);
});
