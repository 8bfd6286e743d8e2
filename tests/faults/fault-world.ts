import { Client } from 'pg';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import { loadRuleset } from '#fixtures/load-rulesets.ts';
import { insertPublished } from '#tests/harness/insert-published.ts';

/** How many families send sheets; few, so that their caps and locks are fought for. */
export const FAMILIES = 12;
const PROVIDERS = ['100000017', '100000033'];

/** Two senders, one fund, a dozen families; every consultation counts in a cap. */
export async function seedFaultWorld(url: string): Promise<{ clinics: readonly number[] }> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(RECORD);
    await insertPublished(owner, {
      document: cappedRuleset(),
      schemes: ['SALARIED'],
      validFrom: '2020-01-01',
    });
    const { rows } = await owner.query<{ id: string }>(
      `SELECT id FROM organisations WHERE kind = 'provider' ORDER BY id`,
    );
    return { clinics: rows.map(({ id }) => Number(id)) };
  } finally {
    await owner.end();
  }
}

/** A consultation; numbers from 0, later ones of the same family on later days. */
export function faultSheet(index: number, prefix = 'FSE'): CareSheet {
  const day = 1 + Math.floor(index / FAMILIES);
  return {
    number: `${prefix}-${String(index).padStart(5, '0')}`,
    fund: 'CNSS',
    insured: { issuer: 'CNSS', number: String(100_000_000 + (index % FAMILIES)) },
    patient: { relationship: 'self', rank: 0, birthDate: '1980-05-10' },
    provider: PROVIDERS[index % PROVIDERS.length] ?? '',
    prescriber: null,
    prescription: null,
    kindOfCare: 'illness',
    stay: null,
    payment: index % 3 === 0 ? 'reimbursement' : 'direct',
    receivedOn: '2026-04-20',
    lines: [
      {
        number: 1,
        kind: 'act',
        code: 'C',
        keyLetter: 'C',
        coefficient: null,
        quantity: 1,
        unitPrice: 15_000,
        date: new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10),
        diagnosis: null,
      },
    ],
  };
}

/** The shipped rules, with a cap that the sheets of a family soon reach, and nothing held. */
export function cappedRuleset(): RulesetDocument {
  return {
    ...loadRuleset('AMO-90-100'),
    code: 'FAULT-RULES',
    holds: [],
    caps: [
      {
        code: 'CAP-CONSULTATIONS',
        when: { categories: ['consultation'] },
        amount: '500.00',
        per: 'patient',
        window: { kind: 'calendar-year' },
        source: 'test',
      },
    ],
  };
}

const RECORD = `
  INSERT INTO organisations (code, kind, name) VALUES ('CNSS', 'fund', 'Fund'),
    ('CLINIC-A', 'provider', 'Clinic A'), ('CLINIC-B', 'provider', 'Clinic B');
  INSERT INTO revisions (number, kind, actor) VALUES (1, 'reference', 'test');
  UPDATE installation SET revision = 1;
  INSERT INTO acts (code, title, category, pricing, key_letter, coefficient, reimbursable,
    valid_from, recorded_revision)
  VALUES ('C', 'Consultation', 'consultation', 'rating', 'C', 100, true, '2006-09-01', 1);
  INSERT INTO tariffs (grid, item_kind, item, sector, amount, valid_from, status, source,
    recorded_revision)
  VALUES ('TNR', 'key-letter', 'C', 'private', 8000, '2006-09-01', 'in-force', 'test', 1);
  INSERT INTO scheme_management (scheme, fund, valid_from, recorded_revision)
  VALUES ('SALARIED', 'CNSS', '2005-08-18', 1);
  INSERT INTO insured (issuer, number)
  SELECT 'CNSS', (100000000 + n)::text FROM generate_series(0, ${FAMILIES - 1}) AS n;
  INSERT INTO insured_persons (insured_id, last_name, first_name, birth_date, sex,
    recorded_revision) SELECT id, 'CANARY', 'Test', '1980-05-10', 'F', 1 FROM insured;
  INSERT INTO affiliations (insured_id, scheme, valid_from, recorded_revision)
  SELECT id, 'SALARIED', '2020-01-01', 1 FROM insured;
  INSERT INTO entitlements (insured_id, status, valid_from, recorded_revision)
  SELECT id, 'opened', '2020-01-01', 1 FROM insured;
  INSERT INTO providers (inpe, kind, sector, name, recorded_revision)
  SELECT inpe, 'practice', 'private', 'Practice', 1
  FROM unnest('{${PROVIDERS.join(',')}}'::text[]) AS inpe;
  INSERT INTO provider_activity (inpe, valid_from, recorded_revision)
  SELECT inpe, '2010-01-01', 1 FROM providers;`;
