import type {
  Affiliation,
  Certificate,
  Dependant,
  Entitlement,
  Insured,
} from '#domain/care-sheet/parties.ts';
import type { Queryable } from '../client.ts';
import { prepared } from '../prepared.ts';
import { together } from '../together.ts';

export interface InsuredKey {
  readonly issuer: string;
  readonly number: string;
}

/** "CNSS:123456789": an insured's key in maps and as a payee. */
export function insuredKeyText({ issuer, number }: InsuredKey): string {
  return `${issuer}:${number}`;
}

/** Locks one row for each family, in the order of their keys; gives their ids by key. */
export async function lockFamilies(
  tx: Queryable,
  keys: readonly InsuredKey[],
): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: number } & InsuredKey>(
    prepared(`SELECT id, issuer, number FROM insured
      WHERE (issuer, number) IN (SELECT * FROM unnest($1::text[], $2::text[]))
      ORDER BY id FOR NO KEY UPDATE`),
    [keys.map(({ issuer }) => issuer), keys.map(({ number }) => number)],
  );
  return new Map(rows.map((row) => [insuredKeyText(row), row.id]));
}

const KNOWN = `recorded_revision <= $2
  AND (superseded_revision IS NULL OR superseded_revision > $2)`;

interface PersonRow extends InsuredKey {
  id: number;
  birthDate: string;
  sex: 'M' | 'F';
  deathDate: string | null;
}

/** The families of these ids as they were known at a revision; by insured id. */
export async function readInsured(
  tx: Queryable,
  ids: readonly number[],
  revision: number,
): Promise<Map<number, Insured>> {
  if (ids.length === 0) return new Map();
  const [persons, affiliations, entitlements, dependants, certificates] = await together([
    tx.query<PersonRow>(prepared(PERSONS), [ids, revision]),
    readOwned(tx, AFFILIATIONS, ids, revision),
    readOwned(tx, ENTITLEMENTS, ids, revision),
    readOwned(tx, DEPENDANTS, ids, revision),
    readOwned(tx, CERTIFICATES, ids, revision),
  ]);
  const of = <T>(map: Map<number, T[]>, id: number): T[] => map.get(id) ?? [];
  return new Map(
    persons.rows.map((person) => [
      person.id,
      {
        ...person,
        affiliations: of(affiliations, person.id) as Affiliation[],
        entitlements: of(entitlements, person.id) as Entitlement[],
        dependants: (of(dependants, person.id) as DependantRow[]).map(toDependant),
        certificates: of(certificates, person.id) as Certificate[],
      },
    ]),
  );
}

const PERSONS = `SELECT i.id, i.issuer, i.number, p.birth_date AS "birthDate", p.sex,
  p.death_date AS "deathDate" FROM insured i JOIN insured_persons p ON p.insured_id = i.id
  WHERE i.id = ANY ($1::bigint[]) AND ${KNOWN}`;

const AFFILIATIONS = `SELECT insured_id AS "insuredId", scheme, valid_from AS "from",
  valid_to AS "to" FROM affiliations WHERE insured_id = ANY ($1::bigint[]) AND ${KNOWN}
  ORDER BY insured_id, valid_from`;

const ENTITLEMENTS = `SELECT insured_id AS "insuredId", status, valid_from AS "from",
  valid_to AS "to", qualified_on AS "qualifiedOn" FROM entitlements
  WHERE insured_id = ANY ($1::bigint[]) AND ${KNOWN} ORDER BY insured_id, valid_from`;

const DEPENDANTS = `SELECT insured_id AS "insuredId", rank, relationship,
  birth_date AS "birthDate", sex, death_date AS "deathDate", attached_from AS "attachedFrom",
  attached_to AS "attachedTo", student_from AS "studentFrom", student_to AS "studentTo", disabled
  FROM dependants WHERE insured_id = ANY ($1::bigint[]) AND ${KNOWN} ORDER BY insured_id, rank`;

const CERTIFICATES = `SELECT insured_id AS "insuredId", patient_rank AS "patientRank", illness,
  code, diagnoses, valid_from AS "from", valid_to AS "to" FROM certificates
  WHERE insured_id = ANY ($1::bigint[]) AND ${KNOWN}
  ORDER BY insured_id, patient_rank, code, valid_from`;

interface DependantRow extends Omit<Dependant, 'attached' | 'student'> {
  attachedFrom: string;
  attachedTo: string | null;
  studentFrom: string | null;
  studentTo: string | null;
}

function toDependant(row: DependantRow): Dependant {
  const { attachedFrom, attachedTo, studentFrom, studentTo, ...rest } = row;
  return {
    ...rest,
    attached: { from: attachedFrom, to: attachedTo },
    student: studentFrom === null ? [] : [{ from: studentFrom, to: studentTo }],
  };
}

/** Rows by the insured that they belong to, without that id. */
async function readOwned(
  tx: Queryable,
  text: string,
  ids: readonly number[],
  revision: number,
): Promise<Map<number, object[]>> {
  const { rows } = await tx.query<{ insuredId: number }>(prepared(text), [ids, revision]);
  const owned = new Map<number, object[]>();
  for (const { insuredId, ...row } of rows) {
    const list = owned.get(insuredId) ?? [];
    list.push(row);
    owned.set(insuredId, list);
  }
  return owned;
}
