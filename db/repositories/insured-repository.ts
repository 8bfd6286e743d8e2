import type {
  Affiliation,
  Certificate,
  Dependant,
  Entitlement,
  Insured,
} from '#domain/care-sheet/parties.ts';
import type { Queryable } from '../client.ts';
import { idList } from '../id-list.ts';
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
  const known: Known = [idList(ids), revision];
  const [persons, affiliations, entitlements, dependants, certificates] = await together([
    tx.query<PersonRow>(prepared(PERSONS), [...known]),
    readOwned(tx, { text: AFFILIATIONS, of: toAffiliation }, known),
    readOwned(tx, { text: ENTITLEMENTS, of: toEntitlement }, known),
    readOwned(tx, { text: DEPENDANTS, of: toDependant }, known),
    readOwned(tx, { text: CERTIFICATES, of: toCertificate }, known),
  ]);
  return new Map(
    persons.rows.map((person) => [
      person.id,
      {
        ...person,
        affiliations: affiliations.get(person.id) ?? [],
        entitlements: entitlements.get(person.id) ?? [],
        dependants: dependants.get(person.id) ?? [],
        certificates: certificates.get(person.id) ?? [],
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

interface Owned {
  insuredId: number;
}

interface DependantRow extends Omit<Dependant, 'attached' | 'student'> {
  readonly attachedFrom: string;
  readonly attachedTo: string | null;
  readonly studentFrom: string | null;
  readonly studentTo: string | null;
}

// Member by member: to copy the rest of a row costs more than to read it.

function toAffiliation({ scheme, from, to }: Affiliation): Affiliation {
  return { scheme, from, to };
}

function toEntitlement({ status, from, to, qualifiedOn }: Entitlement): Entitlement {
  return { status, from, to, qualifiedOn };
}

function toCertificate(row: Certificate): Certificate {
  const { patientRank, illness, code, diagnoses, from, to } = row;
  return { patientRank, illness, code, diagnoses, from, to };
}

function toDependant(row: DependantRow): Dependant {
  const { rank, relationship, birthDate, sex, deathDate, disabled } = row;
  const { attachedFrom, attachedTo, studentFrom, studentTo } = row;
  return {
    ...{ rank, relationship, birthDate, sex, deathDate, disabled },
    attached: { from: attachedFrom, to: attachedTo },
    student: studentFrom === null ? [] : [{ from: studentFrom, to: studentTo }],
  };
}

/** Of whom, and as it was known when. */
type Known = readonly [ids: string, revision: number];

/** What belongs to each insured, by his id. */
async function readOwned<Row, Value>(
  tx: Queryable,
  { text, of }: { readonly text: string; readonly of: (row: Row) => Value },
  known: Known,
): Promise<Map<number, Value[]>> {
  const { rows } = await tx.query<Row & Owned>(prepared(text), [...known]);
  const owned = new Map<number, Value[]>();
  for (const row of rows) {
    const list = owned.get(row.insuredId);
    if (list === undefined) owned.set(row.insuredId, [of(row)]);
    else list.push(of(row));
  }
  return owned;
}
