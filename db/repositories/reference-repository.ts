import type { ReferenceRows, SchemeManagement } from '#domain/coverage/reference.ts';
import type { RulesetDocument, RulesetVersion } from '#domain/coverage/ruleset.ts';
import type { Act } from '#domain/nomenclature/act.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';

/** The newest revision of the record, and the epoch of transaction ids. */
export async function readInstallation(
  tx: Queryable,
): Promise<{ revision: number; epoch: number }> {
  const { rows } = await tx.query<{ revision: number; epoch: number }>(
    prepared('SELECT revision, epoch FROM installation'),
  );
  const [installation] = rows;
  if (installation === undefined) throw new Error('the database is not migrated');
  return installation;
}

/** What a row version must satisfy to be what was known at revision $1. */
const KNOWN =
  'recorded_revision <= $1 AND (superseded_revision IS NULL OR superseded_revision > $1)';

/** All that belongs to no tenant, as it was known at a revision of the record. */
export async function readReference(tx: Queryable, revision: number): Promise<ReferenceRows> {
  return {
    acts: await readActs(tx, revision),
    medicines: await readMedicines(tx, revision),
    tariffs: await readTariffs(tx, revision),
    management: await readManagement(tx, revision),
    rulesets: await readRulesets(tx, revision),
  };
}

interface ActRow {
  code: string;
  title: string;
  category: Act['category'];
  pricing: 'rating' | 'package';
  keyLetter: string | null;
  coefficient: number | null;
  reimbursable: boolean;
  validFrom: string;
  validTo: string | null;
  sex: Act['sex'] | null;
  minAge: number | null;
  maxAge: number | null;
  sectors: Act['sectors'] | null;
  specialties: string[] | null;
  settings: Act['settings'] | null;
}

async function readActs(tx: Queryable, revision: number): Promise<Act[]> {
  const { rows } = await tx.query<ActRow>(
    `SELECT code, title, category, pricing, key_letter AS "keyLetter", coefficient, reimbursable,
       valid_from AS "validFrom", valid_to AS "validTo", sex, min_age AS "minAge",
       max_age AS "maxAge", sectors, specialties, settings
     FROM acts WHERE ${KNOWN} ORDER BY code, valid_from`,
    [revision],
  );
  return rows.map(toAct);
}

function toAct(row: ActRow): Act {
  return {
    code: row.code,
    title: row.title,
    category: row.category,
    pricing:
      row.pricing === 'rating'
        ? { kind: 'rating', keyLetter: row.keyLetter ?? '', coefficient: row.coefficient }
        : { kind: 'package' },
    reimbursable: row.reimbursable,
    validFrom: row.validFrom,
    validTo: row.validTo,
    ...(row.sex === null || row.sex === undefined ? {} : { sex: row.sex }),
    ...(row.minAge === null ? {} : { minAge: row.minAge }),
    ...(row.maxAge === null ? {} : { maxAge: row.maxAge }),
    ...(row.sectors ? { sectors: row.sectors } : {}),
    ...(row.specialties ? { specialties: row.specialties } : {}),
    ...(row.settings ? { settings: row.settings } : {}),
  };
}

async function readMedicines(tx: Queryable, revision: number): Promise<Medicine[]> {
  const { rows } = await tx.query<Medicine>(
    `SELECT code, name, kind, reimbursable, public_price AS "publicPrice",
       hospital_price AS "hospitalPrice", base_price AS "basePrice",
       valid_from AS "validFrom", valid_to AS "validTo"
     FROM medicines WHERE ${KNOWN} ORDER BY code, valid_from`,
    [revision],
  );
  return rows;
}

interface TariffRow extends Omit<Tariff, 'item' | 'fund'> {
  itemKind: 'key-letter' | 'act';
  item: string;
  fund: string;
}

async function readTariffs(tx: Queryable, revision: number): Promise<Tariff[]> {
  const { rows } = await tx.query<TariffRow>(
    `SELECT grid, item_kind AS "itemKind", item, sector, fund, amount,
       valid_from AS "validFrom", valid_to AS "validTo", status, source
     FROM tariffs WHERE ${KNOWN} ORDER BY grid, item_kind, item, sector, fund, valid_from`,
    [revision],
  );
  return rows.map(({ itemKind, item, fund, ...row }) => ({
    ...row,
    item: itemKind === 'act' ? { act: item } : { keyLetter: item },
    fund: fund === '' ? null : fund,
  }));
}

async function readManagement(tx: Queryable, revision: number): Promise<SchemeManagement[]> {
  const { rows } = await tx.query<SchemeManagement>(
    `SELECT scheme, fund, valid_from AS "from", valid_to AS "to"
     FROM scheme_management WHERE ${KNOWN} ORDER BY scheme, valid_from`,
    [revision],
  );
  return rows;
}

interface PublicationRow {
  code: string;
  version: number;
  schemes: string[];
  validFrom: string;
  validTo: string | null;
  document: string;
}

/** A version is in force for the schemes and dates of its publication. */
async function readRulesets(tx: Queryable, revision: number): Promise<RulesetVersion[]> {
  const { rows } = await tx.query<PublicationRow>(
    `SELECT code, version, array_agg(scheme ORDER BY scheme) AS schemes,
       p.valid_from AS "validFrom", p.valid_to AS "validTo", v.document
     FROM ruleset_publications p JOIN ruleset_versions v USING (code, version)
     WHERE ${KNOWN}
     GROUP BY code, version, p.valid_from, p.valid_to, v.document
     ORDER BY code, version, p.valid_from`,
    [revision],
  );
  return rows.map(({ version, schemes, validFrom, validTo, document }) => ({
    version,
    document: {
      ...(JSON.parse(document) as RulesetDocument),
      schemes,
      effectiveFrom: validFrom,
      effectiveTo: validTo,
    },
  }));
}
