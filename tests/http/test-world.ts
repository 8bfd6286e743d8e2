import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { ribKey } from '#domain/identifiers/rib.ts';
import { createClientSecret } from '#src/access/client-secret.ts';
import type { Role } from '#src/access/roles.ts';
import { insertPublished } from '#tests/harness/insert-published.ts';

/** The organisations of the tests: two senders and two funds, so that each has a neighbour. */
export const ORGANISATIONS = {
  'clinic-a': 'provider',
  'clinic-b': 'provider',
  CNSS: 'fund',
  CNOPS: 'fund',
  ADMIN: 'administration',
} as const;
export type OrganisationCode = keyof typeof ORGANISATIONS;

export interface TestClient {
  readonly id: string;
  readonly secret: string;
}

/** A small record of the world, written as the owner of the database. */
export async function seedTestWorld(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    for (const [code, kind] of Object.entries(ORGANISATIONS)) {
      await owner.query('INSERT INTO organisations (code, kind, name) VALUES ($1, $2, $3)', [
        ...[code, kind, `Organisation ${code}`],
      ]);
    }
    await owner.query(`UPDATE installation SET revision = 1`);
    await owner.query(`INSERT INTO revisions (number, kind, actor) VALUES (1, 'seed', 'test')`);
    await owner.query(REFERENCE);
    await owner.query(PEOPLE);
    await owner.query(
      `INSERT INTO payee_accounts (payee_kind, payee_key, holder, rib, recorded_revision)
       VALUES ('provider', '100000017', 'Cabinet Test', $1, 1)`,
      [`0117800000123456789012${ribKey('0117800000123456789012')}`],
    );
    await publishRuleset(owner);
  });
}

/**
 * The shipped ruleset for what the small world knows, without the sample of sheets that it holds
 * by chance.
 */
async function publishRuleset(owner: Client): Promise<void> {
  const file = new URL('../../fixtures/rulesets/amo-90-100.json', import.meta.url);
  const shipped = JSON.parse(readFileSync(file, 'utf8'));
  const holds = shipped.holds.filter(({ kind }: { kind: string }) => kind === 'amount');
  const schemes = ['SALARIED', 'PUBLIC'];
  const known = { schemes, exclusions: [], unitLimits: [], renewalIntervals: [], cases: [] };
  await insertPublished(owner, {
    document: { ...shipped, holds, ...known },
    schemes,
    validFrom: '2006-09-01',
  });
}

/** A client of an organisation; its secret is what a person would have been shown once. */
export async function addClient(
  url: string,
  organisation: OrganisationCode,
  { id, roles }: { id: string; roles: readonly Role[] },
): Promise<TestClient> {
  const { secret, hash } = createClientSecret('test', id);
  await asOwner(url, async (owner) => {
    await owner.query(
      `INSERT INTO api_clients (id, organisation_id, name, roles)
       SELECT $1, organisations.id, $1, $3 FROM organisations WHERE code = $2`,
      [id, organisation, roles],
    );
    await owner.query('INSERT INTO api_client_secrets (client_id, secret_hash) VALUES ($1, $2)', [
      ...[id, hash],
    ]);
  });
  return { id, secret };
}

export async function asOwner<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

const REFERENCE = `
  INSERT INTO acts (code, title, category, pricing, key_letter, coefficient, reimbursable,
    valid_from, recorded_revision)
  VALUES ('C', 'Consultation', 'consultation', 'rating', 'C', 100, true, '2006-09-01', 1),
    ('B100', 'Bilan', 'biology', 'rating', 'B', 10000, true, '2006-09-01', 1);
  INSERT INTO medicines (code, name, substance, presentation, kind, reimbursable, public_price,
    hospital_price, base_price, valid_from, recorded_revision)
  VALUES ('6118000140238', 'DOLITEST 500', 'PARATEST', '20 comprimés', 'originator', true, 12000,
    9000, 8000, '2014-01-01', 1),
    ('6118000140245', 'NEUROTEST', 'TESTINE', '10 ampoules', 'generic', false, 5000, 0, 4000,
    '2014-01-01', 1);
  INSERT INTO tariffs (grid, item_kind, item, sector, amount, valid_from, status, source,
    recorded_revision)
  VALUES ('TNR', 'key-letter', 'C', 'private', 8000, '2006-09-01', 'in-force', 'test', 1),
    ('TNR', 'key-letter', 'C', 'public', 5000, '2006-09-01', 'in-force', 'test', 1),
    ('TNR', 'key-letter', 'C', 'private', 15000, '2020-01-13', 'signed-not-applied', 'test', 1);
  INSERT INTO scheme_management (scheme, fund, valid_from, recorded_revision)
  VALUES ('SALARIED', 'CNSS', '2005-08-18', 1), ('PUBLIC', 'CNOPS', '2005-08-18', 1);`;

const PEOPLE = `
  INSERT INTO insured (issuer, number) VALUES ('CNSS', '123456789'), ('CNOPS', 'P0000001');
  INSERT INTO insured_persons (insured_id, last_name, first_name, birth_date, sex,
    recorded_revision)
  SELECT id, 'CANARYNAME', 'Test', '1980-05-10', 'M', 1 FROM insured;
  INSERT INTO affiliations (insured_id, scheme, valid_from, recorded_revision)
  SELECT id, CASE issuer WHEN 'CNSS' THEN 'SALARIED' ELSE 'PUBLIC' END, '2020-01-01', 1
  FROM insured;
  INSERT INTO entitlements (insured_id, status, valid_from, recorded_revision)
  SELECT id, 'opened', '2020-01-01', 1 FROM insured;
  INSERT INTO providers (inpe, kind, sector, specialty, name, recorded_revision)
  VALUES ('100000017', 'practice', 'private', null, 'Cabinet Test', 1),
    ('100000033', 'practice', 'private', null, 'Cabinet sans RIB', 1);
  INSERT INTO provider_activity (inpe, valid_from, recorded_revision)
  VALUES ('100000017', '2010-01-01', 1), ('100000033', '2010-01-01', 1);`;
