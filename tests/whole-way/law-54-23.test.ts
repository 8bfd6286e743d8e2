// CNSS takes over CNOPS's schemes in February 2027: an import and a publication, and no more.
// Sheets of both sides of the date, over HTTP, each paid by the fund of its date of care.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ribKey } from '#domain/identifiers/rib.ts';
import type { World } from '#fixtures/generator/world.ts';
import { loadLaw5423 } from '#fixtures/load-law-54-23.ts';
import { importFixtures } from '#fixtures/seed/import-fixtures.ts';
import { toManagementFields } from '#fixtures/seed/reference-rows.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import type { ApiClient } from '#src/client/api-client.ts';
import type { CareSheetAnswer } from '#src/http/schemas/care-sheet.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { createOrganisation } from '#src/pipeline/organisations/create-organisation.ts';
import { publishRuleset } from '#src/pipeline/publish/publish-ruleset.ts';
import { queueBackends } from '#tests/harness/test-queue.ts';
import { expectSound } from './expect-sound.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const actor = 'test:operator';
const always = { from: '2010-01-01', to: null };
const body = '0117800000000000000001';

const world: World = {
  insured: [
    {
      ...{ issuer: 'CNOPS', number: 'P0000001', birthDate: '1975-01-20', sex: 'F' },
      ...{ lastName: 'Exemple', firstName: 'Assurée', rib: null, anomaly: undefined },
      ...{ deathDate: null, dependants: [], certificates: [] },
      affiliations: [{ scheme: 'PUBLIC', ...always }],
      entitlements: [{ status: 'opened', qualifiedOn: null, ...always }],
    },
  ],
  providers: [
    {
      ...{ inpe: '100000008', kind: 'practice', sector: 'private', specialty: 'dentistry' },
      ...{ name: 'Cabinet Exemple', region: '', rib: body + ribKey(body), active: [always] },
    },
  ],
};

let system: RunningSystem;
let clinic: ApiClient;
let today = '2027-01-31';

beforeAll(async () => {
  system = await startSystem(queueBackends()[0] ?? 'postgres', {
    now: () => new Date(`${today}T10:00:00Z`),
  });
  await seedReference(system.context, { rules: 'statutory' });
  await seedWorld(system.context, world);
  await createOrganisation(system.context, {
    ...{ code: 'CLINIC', kind: 'provider', name: 'Clinique', actor },
  });
  clinic = await system.client('CLINIC', 'clinic');
});
afterAll(() => system?.stop());

/** A sheet of one act, paid to who gave the care. */
function sheet(number: string, fund: string, [code, unitPrice, date]: readonly string[]) {
  return {
    ...{ number, fund, kindOfCare: 'illness', payment: 'direct' },
    insured: { issuer: 'CNOPS', number: 'P0000001' },
    patient: { relationship: 'self', rank: 0, birthDate: '1975-01-20' },
    provider: { inpe: '100000008' },
    lines: [{ number: 1, kind: 'act', code, quantity: 1, unitPrice, date }],
  } as unknown as Submission;
}

/** What became of a sheet: outcome, benefit, ruleset, and the sheet's own reasons. */
async function decide(submission: Submission): Promise<unknown[]> {
  const { id } = await clinic.get<{ id: number }>('/v1/care-sheets', {
    method: 'POST',
    body: submission,
    headers: { 'idempotency-key': submission.number },
  });
  await system.decided();
  const { decision } = await clinic.get<CareSheetAnswer>(`/v1/care-sheets/${id}`);
  const reasons = decision?.reasons.map(({ code }) => code) ?? [];
  const [line] = decision?.lines ?? [];
  return [decision?.outcome, decision?.totals?.benefit, line?.ruleset, ...reasons];
}

it('is decided under CNOPS until the law is on record', async () => {
  const known = sheet('T-1', 'CNOPS', ['E110', '1125.00', '2027-01-31']);
  expect(await decide(known)).toEqual(['approved', '900.00', 'CNOPS-2005@1']);
});

it('is decided on both sides of the date by the fund of the date of care', async () => {
  const { management, ruleset } = loadLaw5423();
  await importFixtures(system.context, 'scheme-management', management.map(toManagementFields));
  await publishRuleset(system.context, { document: ruleset, author: 'a.one', approver: 'b.two' });
  today = '2027-02-10';
  clinic = await system.client('CLINIC', 'clinic');
  const outcomes = [
    await decide(sheet('T-2', 'CNSS', ['E110', '1125.00', '2027-02-01'])),
    await decide(sheet('T-3', 'CNOPS', ['C', '80.00', '2027-01-30'])),
    await decide(sheet('T-4', 'CNOPS', ['D706', '350.00', '2027-01-28'])),
    await decide(sheet('T-5', 'CNSS', ['D706', '350.00', '2027-02-03'])),
    await decide(sheet('T-6', 'CNOPS', ['C', '80.00', '2027-02-02'])),
    await decide(sheet('T-7', 'CNSS', ['C', '80.00', '2027-01-29'])),
  ];
  expect(outcomes).toEqual([
    ['approved', '900.00', 'CNOPS-2005@2'],
    ['approved', '64.00', 'CNOPS-2005@1'],
    ['approved', '160.00', 'CNOPS-2005@1'],
    ['approved', '280.00', 'CNOPS-2005@2'],
    ['rejected', '0.00', 'CNOPS-2005@2', 'wrong-fund'],
    ['rejected', '0.00', 'CNOPS-2005@1', 'wrong-fund'],
  ]);
});

it.each([
  ['CNOPS', 3, '1124.00'],
  ['CNSS', 2, '1180.00'],
])('is paid by %s for its own dates: %i sheets, %s MAD', async (fund, entries, benefit) => {
  const officer = await system.client(fund, 'settlement-officer');
  const { batch } = await officer.get<{ batch: unknown }>('/v1/settlement-batches', {
    method: 'POST',
    body: { upTo: today },
  });
  expect(batch).toMatchObject({ entries, payments: 1, held: 0, totals: { benefit } });
});

it('leaves everything whole, and what was decided before replays byte for byte', async () => {
  expect(await expectSound(system.context)).toBe(7);
});
