import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_ROLES, type DatabaseRole, inTransaction } from '#db/client.ts';
import { openPlantedWorld, type PlantedDatabase } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
});

afterAll(() => world.close());

const CLINIC_A = '3';
const CLINIC_B = '4';
const CNSS = '1';
const CNOPS = '2';

/** Runs one statement as a role, for an organisation where one is given. */
async function ask<Row extends object>(
  role: DatabaseRole,
  statement: string,
  organisation?: string,
): Promise<Row[]> {
  return inTransaction(world.database.as(role), async (tx) => {
    if (organisation !== undefined) {
      await tx.query(`SELECT set_config('tasfiya.organisation_id', $1, true)`, [organisation]);
    }
    return (await tx.query<Row>(statement)).rows;
  });
}

async function refusal(role: DatabaseRole, statement: string): Promise<string | undefined> {
  return ask(role, statement).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
}

const DENIED = '42501';
/** A view of several tables takes no writes at all. */
const NO_WRITE = /^(42501|55000)$/;

/** Tables with rows of the planted world, by what a reader is confined by. */
const OF_BOTH = [
  'care_sheets',
  'care_sheet_documents',
  'decisions',
  'events',
  'quarantines',
  'settlement_entries',
  'settlement_holds',
];
const OF_FUND = [
  'accumulators',
  'consumptions',
  'ledger_transactions',
  'ledger_postings',
  'settlement_batches',
  'settlement_payments',
];
const ABOUT_PERSONS = [
  'insured',
  'insured_persons',
  'dependants',
  'affiliations',
  'entitlements',
  'certificates',
  'payee_accounts',
  'family_history',
];

describe('a reader', () => {
  test.each([...OF_BOTH, ...OF_FUND])(
    'without an organisation sees nothing of %s',
    async (table) => {
      expect(await ask('reader', `SELECT 1 FROM ${table} LIMIT 1`)).toEqual([]);
      expect(await ask('reader', `SELECT 1 FROM ${table} LIMIT 1`, '')).toEqual([]);
      const { rowCount } = await world.superuser.query(`SELECT 1 FROM ${table}`);
      expect(rowCount).toBeGreaterThan(0);
    },
  );

  const withViews = [...OF_BOTH, 'care_sheet_lines', 'decision_lines'];
  test.each(withViews)('sees its own rows of %s and no other, in counts too', async (table) => {
    for (const organisation of [CLINIC_A, CLINIC_B, CNSS, CNOPS]) {
      const seen = await ask(
        'reader',
        `SELECT count(*)::int AS count, count(*) FILTER (WHERE
           ${organisation} NOT IN (submitter_id, fund_id))::int AS foreign FROM ${table}`,
        organisation,
      );
      const own = await world.superuser.query(
        `SELECT count(*)::int AS count FROM ${table}
         WHERE ${organisation} IN (submitter_id, fund_id)`,
      );
      expect(seen).toEqual([{ count: own.rows[0].count, foreign: 0 }]);
    }
  });

  test.each(OF_FUND)('of a clinic sees nothing of %s, which is its fund’s', async (table) => {
    expect(await ask('reader', `SELECT 1 FROM ${table}`, CLINIC_A)).toEqual([]);
    expect(await ask('reader', `SELECT 1 FROM ${table}`, CNOPS)).toEqual([]);
    expect((await ask('reader', `SELECT 1 FROM ${table}`, CNSS)).length).toBeGreaterThan(0);
  });

  test('finds no other tenant’s sheet by its id', async () => {
    const byId = 'SELECT id FROM care_sheets WHERE id = 1003';
    expect(await ask('reader', byId, CLINIC_B)).toEqual([{ id: 1003 }]);
    expect(await ask('reader', byId, CNOPS)).toEqual([{ id: 1003 }]);
    expect(await ask('reader', byId, CLINIC_A)).toEqual([]);
    expect(await ask('reader', byId, CNSS)).toEqual([]);
  });

  test('keeps no organisation for whoever has its connection next', async () => {
    await ask('reader', 'SELECT 1 FROM care_sheets', CLINIC_A);
    for (let turn = 0; turn < 8; turn += 1) {
      expect(await ask('reader', 'SELECT 1 FROM care_sheets')).toEqual([]);
    }
  });

  test.each(ABOUT_PERSONS)('may not read %s at all', async (table) => {
    expect(await refusal('reader', `SELECT 1 FROM ${table}`)).toBe(DENIED);
  });

  test.each([...OF_BOTH, ...OF_FUND])('may not write to %s', async (table) => {
    expect(await refusal('reader', `DELETE FROM ${table}`)).toBe(DENIED);
    expect(await refusal('reader', `INSERT INTO ${table} DEFAULT VALUES`)).toBe(DENIED);
  });
});

describe('the intake', () => {
  test.each([
    'SELECT insured_number FROM care_sheets',
    'SELECT status FROM care_sheets',
    'SELECT facts FROM care_sheet_documents',
    'SELECT code FROM care_sheet_lines',
    'SELECT content FROM decisions',
    'SELECT name FROM organisations',
    'SELECT last_name FROM insured_persons',
    `UPDATE care_sheets SET status = 'decided'`,
    'DELETE FROM outbox_chunks',
  ])('may not: %s', async (statement) => {
    expect(await refusal('intake', statement)).toBe(DENIED);
  });

  test('reads ids and idempotency keys, of any sender', async () => {
    expect(await ask('intake', 'SELECT id FROM care_sheets WHERE submitter_id = 4')).toHaveLength(
      3,
    );
    expect(await ask('intake', 'SELECT body_hash FROM idempotency_keys')).toHaveLength(6);
  });
});

describe('the estimator', () => {
  test.each([
    'SELECT last_name FROM insured_persons',
    'SELECT first_name FROM dependants',
    'SELECT name FROM providers',
    'SELECT name FROM organisations',
    'SELECT submitter_id FROM family_history',
    'SELECT 1 FROM payee_accounts',
    'SELECT 1 FROM care_sheets',
    'SELECT 1 FROM decisions',
    'SELECT id FROM insured FOR UPDATE',
    `SELECT nextval('family_history_id_seq')`,
    `SELECT nextval('care_sheet_id_blocks')`,
    `SELECT append_audit('a', 'b', 'c')`,
  ])('may not: %s', async (statement) => {
    expect(await refusal('estimator', statement)).toBe(DENIED);
  });

  test('can keep nothing: no table lets it write', async () => {
    const { rows } = await world.superuser.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    const { rows: writable } = await world.superuser.query(
      `SELECT name, right_ FROM unnest($1::text[]) AS name,
         unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS right_
       WHERE has_table_privilege('tasfiya_estimator', name, right_)
         OR (right_ <> 'DELETE' AND right_ <> 'TRUNCATE'
           AND has_any_column_privilege('tasfiya_estimator', name, right_))`,
      [rows.map(({ name }) => name)],
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(writable).toEqual([]);
  });

  test('reads what a decision sees of a family', async () => {
    await ask('estimator', 'SELECT insured_id, birth_date FROM insured_persons');
    expect((await ask('estimator', 'SELECT lines FROM family_history')).length).toBeGreaterThan(0);
  });
});

describe('secrets', () => {
  test.each(['intake', 'reader', 'worker', 'settlement', 'rules', 'auditor', 'estimator'] as const)(
    'are not for %s',
    async (role) => {
      expect(await refusal(role, 'SELECT 1 FROM api_client_secrets')).toBe(DENIED);
      expect(await refusal(role, 'SELECT 1 FROM signing_keys')).toBe(DENIED);
    },
  );

  test('are all that the access role reads, with the clients and organisations', async () => {
    await ask('access', 'SELECT 1 FROM api_client_secrets, signing_keys, api_clients');
    expect(await refusal('access', 'SELECT 1 FROM care_sheets')).toBe(DENIED);
    expect(await refusal('access', 'SELECT 1 FROM insured')).toBe(DENIED);
  });
});

describe('the auditor', () => {
  test('reads everything else and writes nothing', async () => {
    const { rows } = await world.superuser.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
         AND NOT relispartition
         AND relname NOT IN ('signing_keys', 'api_client_secrets')`,
    );
    for (const { name } of rows) {
      await ask('auditor', `SELECT 1 FROM ${name} LIMIT 1`);
      expect(await refusal('auditor', `DELETE FROM ${name}`)).toMatch(NO_WRITE);
    }
    expect(await refusal('auditor', `SELECT append_audit('a', 'b', 'c')`)).toBe(DENIED);
  });
});

describe('a runtime role', () => {
  test.each(DATABASE_ROLES)(
    '%s is itself, and cannot change the schema, the audit or the guards',
    async (role) => {
      expect(await ask(role, 'SELECT current_user::text AS name')).toEqual([
        { name: `tasfiya_${role}` },
      ]);
      for (const statement of [
        'ALTER TABLE care_sheets DISABLE ROW LEVEL SECURITY',
        'ALTER TABLE decisions DISABLE TRIGGER append_only',
        'CREATE TABLE mine (id int)',
        'TRUNCATE events',
        `INSERT INTO audit_entries (number, at, actor, action, subject, previous_hash, hash)
         VALUES (99, now(), '', '', '', '', '')`,
        'UPDATE audit_head SET number = 0',
        'DELETE FROM decisions',
        'SET session_replication_role = replica',
      ]) {
        expect(await refusal(role, statement), statement).toBe(DENIED);
      }
    },
  );
});
