// From POST to a paid batch, over HTTP, on real Postgres and on both back ends of the queue.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readInstallation, readReference } from '#db/repositories/reference-repository.ts';
import { generateSheets } from '#fixtures/generator/generate-sheets.ts';
import { generateWorld } from '#fixtures/generator/generate-world.ts';
import type { World } from '#fixtures/generator/world.ts';
import { importFixtures } from '#fixtures/seed/import-fixtures.ts';
import { toTariffFields } from '#fixtures/seed/reference-rows.ts';
import { seedClients } from '#fixtures/seed/seed-clients.ts';
import { seedReference } from '#fixtures/seed/seed-reference.ts';
import { seedWorld } from '#fixtures/seed/seed-world.ts';
import type { ApiClient } from '#src/client/api-client.ts';
import { inParallel } from '#src/client/in-parallel.ts';
import { casablancaDate } from '#src/clock.ts';
import type { Submission } from '#src/intake/care-sheet-schema.ts';
import { describeOnEachQueue } from '#tests/harness/test-queue.ts';
import { until } from '#tests/harness/until.ts';
import { expectSound } from './expect-sound.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

const SHEETS = 300;
const today = casablancaDate(new Date());

interface Batch {
  readonly number: number;
  readonly entries: number;
  readonly held: number;
  readonly totals: { readonly benefit: string };
}

interface Pended {
  readonly pending: {
    readonly reasons: readonly { code: string; facts: Readonly<Record<string, string>> }[];
  };
}

/** The row that a reason asks for, by what it is for. */
function missingTariff({ code, facts }: Pended['pending']['reasons'][number]) {
  if (code !== 'tariff-missing') return [];
  const { grid = '', item = '', sector } = facts;
  const target =
    facts.kind === 'act' || /^[A-Z]{3}\d/.test(item) ? { act: item } : { keyLetter: item };
  const row = toTariffFields({
    grid,
    item: target,
    sector: sector === 'public' ? 'public' : 'private',
    ...{ fund: null, amount: 1000, validFrom: '2006-09-01', validTo: null },
    ...{ status: 'in-force', source: 'tarif de test' },
  });
  return [[`${grid} ${item} ${sector}`, row] as const];
}

describeOnEachQueue('a day of care sheets', (kind) => {
  let system: RunningSystem;
  let world: World;
  let clinic: ApiClient;
  let sheets: Submission[];

  beforeAll(async () => {
    system = await startSystem(kind);
    const { context } = system;
    await seedReference(context, { rules: 'mission' });
    world = generateWorld({ seed: 7, insuredCount: 200, day: today });
    await seedWorld(context, world);
    await seedClients(context, { clinics: 1 });
    clinic = await system.client('CLINIC-001', 'clinic');
    const pool = context.database.as('worker');
    const rows = await readReference(pool, (await readInstallation(pool)).revision);
    const day = { world, seed: 7, count: SHEETS, day: today };
    sheets = [...generateSheets({ ...day, reference: rows, medicines: rows.medicines })];
  });

  afterAll(() => system.stop());

  async function post(sheet: Submission): Promise<number> {
    const { status } = await clinic.call('/v1/care-sheets', {
      method: 'POST',
      body: sheet,
      headers: { 'idempotency-key': sheet.number },
    });
    return status;
  }

  async function seal(fund: string): Promise<Batch | null> {
    const officer = await system.client(fund, 'settlement-officer');
    const { batch } = await officer.get<{ batch: Batch | null }>('/v1/settlement-batches', {
      method: 'POST',
      body: { upTo: today },
    });
    return batch;
  }

  async function count(condition: string): Promise<number> {
    const { rows } = await system.context.database
      .as('auditor')
      .query<{ sheets: number }>(
        `SELECT count(*)::int AS sheets FROM care_sheets WHERE ${condition}`,
      );
    return rows[0]?.sheets ?? 0;
  }

  it('accepts every sheet and decides it once or pends it with its reason', async () => {
    const statuses = new Set<number>();
    await inParallel(sheets, 20, async (sheet) => void statuses.add(await post(sheet)));
    expect([...statuses]).toEqual([202]);
    await system.decided();
    expect(await count('true')).toBe(SHEETS);
    expect(await count(`status = 'decided' AND revision = 1`)).toBeGreaterThan(SHEETS / 2);
    expect(await count(`status NOT IN ('decided', 'pended')`)).toBe(0);
    expect(await count(`status = 'pended' AND cardinality(reasons) = 0`)).toBe(0);
    await expectSound(system.context);
  });

  it('changes nothing when everything is sent again', async () => {
    await inParallel(sheets, 20, async (sheet) => {
      expect(await post(sheet)).toBe(202);
    });
    await system.decided();
    expect(await count('true')).toBe(SHEETS);
    expect(await count('revision > 1')).toBe(0);
  });

  it('decides the sheets again that a missing tariff held, once it is imported', async () => {
    const { items } = await clinic.get<{ items: Pended[] }>(
      '/v1/care-sheets?status=pended&reason=tariff-missing&limit=100',
    );
    expect(items.length).toBeGreaterThan(0);
    const rows = new Map(items.flatMap(({ pending }) => pending.reasons.flatMap(missingTariff)));
    await importFixtures(system.context, 'tariffs', rows.values());
    await until(async () => (await count(`reasons && '{tariff-missing}'`)) === 0);
    expect(await count(`status = 'decided' AND revision = 2`)).toBeGreaterThan(0);
    await expectSound(system.context);
  });

  it('gives back what a cancelled sheet took', async () => {
    const { items } = await clinic.get<{ items: { id: number; links: { self: string } }[] }>(
      '/v1/care-sheets?status=decided&outcome=approved&limit=1',
    );
    const path = items[0]?.links.self ?? '';
    await clinic.get(`${path}/cancel`, { method: 'POST' });
    await clinic.get(`${path}/cancel`, { method: 'POST' });
    const { status } = await clinic.get<{ status: string }>(path);
    expect(status).toBe('cancelled');
    await expectSound(system.context);
  });

  it.each(['CNSS', 'CNOPS'])('seals, pays and closes what %s owes, once', async (fund) => {
    const batch = await seal(fund);
    expect(batch?.number).toBe(1);
    const approver = await system.client(fund, 'settlement-approver');
    const path = `/v1/settlement-batches/${batch?.number}`;
    const bordereau = await approver.get<string>(`${path}/bordereau.csv`);
    expect(bordereau.trimEnd().split('\n')).toHaveLength((batch?.entries ?? 0) + 2);
    expect(await approver.get<string>(`${path}/bordereau.csv`)).toBe(bordereau);
    const payments = await approver.get<string>(`${path}/payments.csv`);
    expect(payments.trimEnd().split(',').at(-1)).toBe(batch?.totals.benefit);
    await approver.get(`${path}/paid`, { method: 'POST' });
    expect(await seal(fund)).toBeNull();
    await expectSound(system.context);
  });

  it('pays in the next batch what waited for a bank account', async () => {
    const { rows } = await system.context.database.as('auditor').query<{ key: string }>(
      `SELECT DISTINCT s.payee_key AS key FROM care_sheets s
           JOIN settlement_holds h ON h.sheet_id = s.id WHERE s.payee_kind = 'insured'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const rib = world.insured.find((insured) => insured.rib !== null)?.rib;
    const accounts = rows.map(({ key }) => {
      const [issuer, number] = key.split(':');
      return { payee_kind: 'insured', issuer, number, holder: 'Assuré Exemple', rib };
    });
    await importFixtures(system.context, 'accounts', accounts);
    const batches = [await seal('CNSS'), await seal('CNOPS')];
    expect(batches.some((batch) => batch?.number === 2)).toBe(true);
    await expectSound(system.context);
  });
});
