import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlantedWorld, type PlantedDatabase, tried } from './open-planted-world.ts';

let world: PlantedDatabase;

beforeAll(async () => {
  world = await openPlantedWorld();
  await world.superuser.query(RECORD);
});

afterAll(() => world.close());

const RESTRICTED = '23001';
const OVERLAP = '23P01';
const CHECK = '23514';
const UNIQUE = '23505';

/** What was recorded about the world, once each, at revision 1. */
const RECORD = `
  INSERT INTO acts (code, title, category, pricing, key_letter, reimbursable, valid_from, valid_to,
    recorded_revision) VALUES ('C', 'Consultation', 'consultation', 'rating', 'C', true,
    '2026-01-01', '2026-12-31', 1);
  INSERT INTO medicines (code, name, substance, presentation, kind, reimbursable, public_price,
    hospital_price, base_price, valid_from, recorded_revision)
  VALUES ('6118000040279', 'M', '', '', 'generic', true, 100, 0, 100, '2026-01-01', 1);
  INSERT INTO tariffs (grid, item_kind, item, sector, amount, valid_from, status, source,
    recorded_revision)
  VALUES ('GRID', 'key-letter', 'C', 'private', 8000, '2026-01-01', 'in-force', 'a source', 1);
  INSERT INTO affiliations (insured_id, scheme, valid_from, recorded_revision)
  VALUES (1, 'PRIVATE', '2026-01-01', 1);
  INSERT INTO entitlements (insured_id, status, valid_from, recorded_revision)
  VALUES (1, 'opened', '2026-01-01', 1);
  INSERT INTO dependants (insured_id, rank, relationship, last_name, first_name, birth_date, sex,
    attached_from, recorded_revision)
  VALUES (1, 1, 'child', 'CANARY', 'Three', '2020-01-01', 'F', '2020-01-01', 1);
  INSERT INTO certificates (insured_id, patient_rank, illness, code, diagnoses, valid_from,
    recorded_revision) VALUES (1, 0, 'long-term', 'A001', '{}', '2026-01-01', 1);
  INSERT INTO providers (inpe, kind, sector, name, recorded_revision)
  VALUES ('090000001', 'clinic', 'private', 'Clinic A', 1);
  INSERT INTO provider_activity (inpe, valid_from, recorded_revision)
  VALUES ('090000001', '2026-01-01', 1);
  INSERT INTO payee_accounts (payee_kind, payee_key, holder, rib, recorded_revision)
  VALUES ('provider', '090000001', 'Clinic A', '011519000001205000534921', 1);`;

describe('a table that is append-only', () => {
  test.each([
    'care_sheet_documents',
    'idempotency_keys',
    'decisions',
    'family_history',
    'consumptions',
    'ledger_transactions',
    'ledger_postings',
    'settlement_entries',
    'settlement_payments',
    'settlement_holds',
    'events',
    'audit_entries',
    'ruleset_steps',
    'revisions',
    'insured',
  ])('refuses to change %s, whoever asks', async (table) => {
    const { rows } = await world.superuser.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND attidentity = '' ORDER BY attnum LIMIT 1`,
      [table],
    );
    const column = rows[0]?.name;
    for (const statement of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      expect(await tried(world.superuser, statement), statement).toMatchObject({
        code: RESTRICTED,
      });
    }
  });
});

describe('a recorded row', () => {
  const recorded = [
    ['acts', `title = 'other'`],
    ['medicines', 'base_price = 1'],
    ['tariffs', 'amount = 1'],
    ['scheme_management', `fund = 'CNOPS'`],
    ['ruleset_publications', `valid_to = '2026-12-31'`],
    ['insured_persons', `sex = 'M'`],
    ['dependants', 'disabled = true'],
    ['affiliations', `scheme = 'PUBLIC'`],
    ['entitlements', `status = 'suspended'`],
    ['certificates', `illness = 'costly'`],
    ['payee_accounts', `rib = 'other'`],
    ['providers', `sector = 'public'`],
    ['provider_activity', `valid_to = '2026-12-31'`],
  ] as const;

  test.each(recorded)(
    'of %s is only ever superseded, once, by a later revision',
    async (table, change) => {
      const supersede = `UPDATE ${table} SET superseded_revision =`;
      expect(await tried(world.superuser, `${supersede} 2`)).toBeUndefined();
      for (const statement of [
        `UPDATE ${table} SET ${change} WHERE true`,
        `UPDATE ${table} SET ${change}, superseded_revision = 2`,
        `${supersede} 1`,
        `${supersede} 2; ${supersede} 3`,
        `${supersede} 2; ${supersede} NULL`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        expect(await tried(world.superuser, statement), statement).toMatchObject({
          code: RESTRICTED,
        });
      }
    },
  );

  /** Its columns but the dates; a second row on the boundary day, the day after, and later. */
  const dated = [
    ['acts', 'code, title, category, pricing, key_letter, reimbursable'],
    [
      'medicines',
      'code, name, substance, presentation, kind, reimbursable, public_price, hospital_price, ' +
        'base_price',
    ],
    ['tariffs', 'grid, item_kind, item, sector, amount, status, source'],
    ['scheme_management', 'scheme, fund'],
    ['ruleset_publications', 'scheme, code, version'],
    ['affiliations', 'insured_id, scheme'],
    ['entitlements', 'insured_id, status'],
    ['provider_activity', 'inpe'],
  ] as const;

  test.each(dated)('of %s overlaps no other that is in force', async (table, columns) => {
    const beside = (from: string, to: string) =>
      `UPDATE ${table} SET superseded_revision = 2;
       INSERT INTO ${table} (${columns}, valid_from, valid_to, recorded_revision)
       SELECT DISTINCT ${columns}, date '2026-01-01', date '2026-03-31', 2 FROM ${table};
       INSERT INTO ${table} (${columns}, valid_from, valid_to, recorded_revision)
       SELECT DISTINCT ${columns}, date '${from}', ${to}, 3 FROM ${table}`;
    const overlap = { code: OVERLAP, constraint: `${table}_no_overlap` };
    expect(await tried(world.superuser, beside('2026-03-31', 'NULL::date'))).toEqual(overlap);
    expect(await tried(world.superuser, beside('2025-12-01', `date '2026-01-01'`))).toEqual(
      overlap,
    );
    expect(await tried(world.superuser, beside('2026-02-01', `date '2026-02-01'`))).toEqual(
      overlap,
    );
    expect(await tried(world.superuser, beside('2026-04-01', 'NULL::date'))).toBeUndefined();
  });
});

describe('a care sheet', () => {
  const STATUSES = [
    'received',
    'pended',
    'returned',
    'decided',
    'settled',
    'reversed',
    'cancelled',
    'quarantined',
  ] as const;
  const ALLOWED: Readonly<Record<(typeof STATUSES)[number], readonly string[]>> = {
    received: ['pended', 'returned', 'decided', 'cancelled', 'quarantined'],
    pended: ['returned', 'decided', 'cancelled', 'quarantined'],
    returned: ['received', 'cancelled'],
    decided: ['settled', 'reversed', 'cancelled'],
    settled: ['reversed'],
    reversed: [],
    cancelled: [],
    quarantined: ['received', 'cancelled'],
  };

  test.each(STATUSES)('that is %s goes only where it may', async (from) => {
    for (const to of STATUSES.filter((status) => status !== from)) {
      // A batch number goes with `settled` alone, by a constraint of its own.
      const batch = (status: string) => (status === 'settled' ? '1' : 'NULL');
      const refused = await tried(
        world.superuser,
        `SET LOCAL session_replication_role = replica;
         UPDATE care_sheets SET status = '${from}', batch_number = ${batch(from)} WHERE id = 1004;
         SET LOCAL session_replication_role = origin;
         UPDATE care_sheets SET status = '${to}', batch_number = ${batch(to)} WHERE id = 1004`,
      );
      expect(refused === undefined, `${from} to ${to}`).toBe(ALLOWED[from].includes(to));
    }
  });

  test.each([
    'number = number || 1',
    'submitted = submitted + 1',
    'line_count = 9',
    `insured_number = 'other'`,
    `insured_issuer = 'other'`,
    `provider = 'other'`,
    `care_on = '2026-01-01'`,
    `received_on = '2026-01-01'`,
    'received_at = now()',
    `client_id = 'other'`,
    'id = id + 9',
  ])('never changes in what was submitted: %s', async (change) => {
    expect(
      await tried(world.superuser, `UPDATE care_sheets SET ${change} WHERE id = 1004`),
    ).toMatchObject({ code: RESTRICTED });
  });

  test.each([
    [
      'goes back to an earlier revision',
      'UPDATE care_sheets SET revision = 0 WHERE id = 1002',
      RESTRICTED,
    ],
    ['is deleted', 'DELETE FROM care_sheets', RESTRICTED],
    ['is paid more than was submitted', 'UPDATE care_sheets SET benefit = submitted + 1', CHECK],
    ['is settled by no batch', `UPDATE care_sheets SET status = 'settled' WHERE id = 1002`, CHECK],
    ['has an unknown status', `UPDATE care_sheets SET status = 'lost' WHERE id = 1002`, CHECK],
  ])('never %s', async (_what, statement, code) => {
    const refused = await tried(
      world.superuser,
      code === CHECK ? `SET LOCAL session_replication_role = replica; ${statement}` : statement,
    );
    expect(refused).toMatchObject({ code });
  });
});

describe('the conservation law', () => {
  const decision = (amounts: string, outcome = 'approved') =>
    `INSERT INTO decisions (sheet_id, submitter_id, fund_id, revision, outcome, payee_kind,
       payee_key, decided_at, decided_on, record_revision, history_position, content,
       submitted, eligible, benefit, copay, over_cap, excess, disallowed)
     VALUES (1001, 3, 1, 2, '${outcome}', 'provider', '090000001', now(), now(), 1, 0, '[]',
       ${amounts})`;

  test.each([
    ['balances', '100, 60, 40, 10, 10, 30, 10', undefined],
    ['loses a centime', '100, 60, 40, 10, 10, 30, 9', 'decisions_conserved'],
    ['wins a centime', '100, 60, 40, 10, 10, 31, 10', 'decisions_conserved'],
    ['pays beyond what is eligible', '100, 59, 40, 10, 10, 30, 10', 'decisions_conserved'],
    ['has a negative heading', '100, 60, 80, -30, 10, 30, 10', 'decisions_conserved'],
    ['lacks a heading', '100, 60, 40, 10, NULL, 40, 10', 'decisions_conserved'],
    ['has no amounts', 'NULL, NULL, NULL, NULL, NULL, NULL, NULL', 'decisions_final'],
  ])('is asked of a decision that %s', async (_what, amounts, constraint) => {
    expect((await tried(world.superuser, decision(amounts)))?.constraint).toBe(constraint);
  });

  test('lets a pended decision be without amounts, all or none', async () => {
    const none = 'NULL, NULL, NULL, NULL, NULL, NULL, NULL';
    expect(await tried(world.superuser, decision(none, 'pended'))).toBeUndefined();
    expect(
      await tried(world.superuser, decision('100, NULL, NULL, NULL, NULL, NULL, NULL', 'pended')),
    ).toMatchObject({ code: CHECK });
  });

  test.each([
    ['UPDATE decisions SET benefit = benefit + 1', 'decisions_conserved'],
    ['UPDATE settlement_entries SET benefit = benefit + 1', 'settlement_entries_conserved'],
    ['UPDATE ledger_postings SET amount = 0', 'ledger_postings_amount'],
    ['UPDATE ledger_postings SET debit = credit', 'ledger_postings_accounts'],
    ['UPDATE accumulators SET used = -1', 'accumulators_used'],
    [`UPDATE settlement_payments SET rib = '1'`, 'settlement_payments_rib'],
    ['UPDATE settlement_batches SET paid_by = sealed_by', 'settlement_batches_four_eyes'],
    ['UPDATE ruleset_versions SET approver = author', 'ruleset_versions_four_eyes'],
    ['UPDATE ruleset_versions SET approver = NULL', 'ruleset_versions_approved'],
  ])('and its like hold for whoever writes: %s', async (statement, constraint) => {
    const refused = await tried(
      world.superuser,
      `SET LOCAL session_replication_role = replica; ${statement}`,
    );
    expect(refused).toEqual({ code: CHECK, constraint });
  });
});

describe('once', () => {
  test.each([
    [
      'a decision of a sheet and revision',
      'INSERT INTO decisions SELECT * FROM decisions',
      'decisions_pkey',
    ],
    [
      'a payment of a sheet',
      `INSERT INTO settlement_entries SELECT submitter_id, fund_id, 2, sheet_id, revision,
         payee_kind, payee_key, submitted, eligible, benefit, copay, over_cap, excess, disallowed
       FROM settlement_entries`,
      'settlement_entries_once',
    ],
    [
      'a posting of a decision',
      `INSERT INTO ledger_transactions SELECT id + 9000, fund_id, kind, subject, at
       FROM ledger_transactions`,
      'ledger_transactions_subject',
    ],
    [
      'a number of a sender',
      `INSERT INTO care_sheets SELECT 9999, submitter_id, fund_id, number, status, received_at,
         received_on, care_on, insured_issuer, insured_number, provider, submitted, line_count,
         client_id, revision, outcome, reasons, status_since FROM care_sheets WHERE id = 1004`,
      'care_sheets_number',
    ],
    [
      'a key of a sender',
      'INSERT INTO idempotency_keys SELECT * FROM idempotency_keys',
      'idempotency_keys_pkey',
    ],
  ])('is there %s', async (_what, statement, constraint) => {
    expect(await tried(world.superuser, statement)).toEqual({ code: UNIQUE, constraint });
  });
});

describe('a client', () => {
  const secret = (hash: string) =>
    `INSERT INTO api_client_secrets (client_id, secret_hash) VALUES ('c', repeat('${hash}', 64));`;
  const client = `INSERT INTO api_clients (id, organisation_id, name, roles)
    VALUES ('c', 3, 'Clinic A', '{clinic}');`;

  test('has at most two active secrets, so that one can be rotated', async () => {
    const two = client + secret('a') + secret('b');
    expect(await tried(world.superuser, two)).toBeUndefined();
    expect(await tried(world.superuser, two + secret('c'))).toMatchObject({ code: CHECK });
    const revoke = `UPDATE api_client_secrets SET revoked_at = now()
      WHERE secret_hash LIKE 'a%';`;
    expect(await tried(world.superuser, two + revoke + secret('c'))).toBeUndefined();
  });

  test('stores nothing but a hash of a secret', async () => {
    const plain = client + secret('a').replace(`repeat('a', 64)`, `'fse_dev_plain'`);
    expect(await tried(world.superuser, plain)).toMatchObject({ code: CHECK });
  });
});

describe('a sealed batch', () => {
  test('is only ever marked as paid, once', async () => {
    const unpaid = `SET LOCAL session_replication_role = replica;
      UPDATE settlement_batches SET paid_at = NULL, paid_by = NULL;
      SET LOCAL session_replication_role = origin;`;
    const pay = `UPDATE settlement_batches SET paid_at = now(), paid_by = 'cli:two'`;
    expect(await tried(world.superuser, unpaid + pay)).toBeUndefined();
    for (const statement of [
      pay,
      `${unpaid} ${pay}, excess = excess + 1`,
      `${unpaid} UPDATE settlement_batches SET up_to = '2026-12-01'`,
      'DELETE FROM settlement_batches',
    ]) {
      expect(await tried(world.superuser, statement), statement).toMatchObject({
        code: RESTRICTED,
      });
    }
  });
});

describe('a ruleset version', () => {
  const DRAFT = `
    INSERT INTO ruleset_versions (code, version, status, document, content_hash, author)
      VALUES ('RULES', 2, 'draft', '{}', 'hash', 'cli:author');
    INSERT INTO ruleset_steps (code, version, number, kind, actor, content_hash, document)
      VALUES ('RULES', 2, 1, 'created', 'cli:author', 'hash', '{}'),
        ('RULES', 2, 2, 'saved', 'cli:editor', 'hash', '{}');`;
  const SUBMIT = `UPDATE ruleset_versions SET status = 'submitted' WHERE version = 2;`;
  const APPROVE = `UPDATE ruleset_versions SET status = 'approved', approver = 'cli:other'
    WHERE version = 2;`;

  test('changes as a draft, and goes along its ways', async () => {
    const change = `UPDATE ruleset_versions SET document = '{"a":1}', content_hash = 'b'
      WHERE version = 2;`;
    const publish = `UPDATE ruleset_versions SET status = 'published' WHERE version = 2`;
    const lawful = `${DRAFT} ${change} ${SUBMIT} ${APPROVE} ${publish}`;
    expect(await tried(world.superuser, lawful)).toBeUndefined();
    for (const unlawful of [
      `${DRAFT} ${SUBMIT} ${change}`,
      `${DRAFT} ${APPROVE}`,
      `${DRAFT} ${publish}`,
      `${DRAFT} ${SUBMIT} ${publish}`,
      `${DRAFT} ${SUBMIT} ${APPROVE} ${SUBMIT}`,
      `${DRAFT} UPDATE ruleset_versions SET approver = 'cli:other' WHERE version = 2`,
      'DELETE FROM ruleset_versions',
    ]) {
      expect(await tried(world.superuser, unlawful), unlawful).toMatchObject({ code: RESTRICTED });
    }
  });

  test.each(['cli:author', 'cli:editor'])('is not approved by %s, who wrote it', async (name) => {
    const alone = APPROVE.replace('cli:other', name);
    expect(await tried(world.superuser, `${DRAFT} ${SUBMIT} ${alone}`)).toMatchObject({
      code: RESTRICTED,
    });
  });
});

describe('an approved ruleset version', () => {
  test('never changes but in its status', async () => {
    expect(
      await tried(world.superuser, `UPDATE ruleset_versions SET status = 'withdrawn'`),
    ).toBeUndefined();
    for (const change of [`document = '{}'`, `author = 'other'`, `approver = 'other'`]) {
      expect(await tried(world.superuser, `UPDATE ruleset_versions SET ${change}`)).toMatchObject({
        code: RESTRICTED,
      });
    }
  });
});
