import type { Certificate, Entitlement } from '#domain/care-sheet/parties.ts';
import type { Sex } from '#domain/nomenclature/act.ts';
import { recordTable } from './record-table.ts';
import type { Validity } from './reference-tables.ts';

interface OfInsured {
  /** The id of the family. */
  readonly insuredId: number;
}

interface Person {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly deathDate: string | null;
}

const person = {
  lastName: 'text',
  firstName: 'text',
  birthDate: 'date',
  sex: 'text',
  deathDate: 'date',
} as const;

const validity = { validFrom: 'date', validTo: 'date' } as const;

export interface InsuredPersonRow extends OfInsured, Person {}

export const INSURED_PERSONS = recordTable<InsuredPersonRow>({
  name: 'insured_persons',
  subject: ['insuredId'],
  columns: { insuredId: 'bigint', ...person },
});

export interface DependantRow extends OfInsured, Person {
  readonly rank: number;
  readonly relationship: 'spouse' | 'child';
  readonly attachedFrom: string;
  readonly attachedTo: string | null;
  readonly studentFrom: string | null;
  readonly studentTo: string | null;
  readonly disabled: boolean;
}

export const DEPENDANTS = recordTable<DependantRow>({
  name: 'dependants',
  subject: ['insuredId', 'rank'],
  columns: {
    insuredId: 'bigint',
    rank: 'integer',
    relationship: 'text',
    ...person,
    attachedFrom: 'date',
    attachedTo: 'date',
    studentFrom: 'date',
    studentTo: 'date',
    disabled: 'boolean',
  },
});

export interface AffiliationRow extends OfInsured, Validity {
  readonly scheme: string;
}

export const AFFILIATIONS = recordTable<AffiliationRow>({
  name: 'affiliations',
  subject: ['insuredId'],
  columns: { insuredId: 'bigint', scheme: 'text', ...validity },
});

export interface EntitlementRow extends OfInsured, Validity {
  readonly status: Entitlement['status'];
  readonly qualifiedOn: string | null;
}

export const ENTITLEMENTS = recordTable<EntitlementRow>({
  name: 'entitlements',
  subject: ['insuredId'],
  columns: { insuredId: 'bigint', status: 'text', qualifiedOn: 'date', ...validity },
});

export interface CertificateRow extends OfInsured, Validity {
  readonly patientRank: number;
  readonly illness: Certificate['illness'];
  readonly code: string;
  readonly diagnoses: readonly string[];
}

export const CERTIFICATES = recordTable<CertificateRow>({
  name: 'certificates',
  subject: ['insuredId', 'patientRank', 'code'],
  columns: {
    insuredId: 'bigint',
    patientRank: 'integer',
    illness: 'text',
    code: 'text',
    diagnoses: 'text[]',
    ...validity,
  },
});

export interface AccountRow {
  readonly payeeKind: 'insured' | 'provider';
  /** "CNSS:123456789", or an INPE. */
  readonly payeeKey: string;
  readonly holder: string;
  readonly rib: string;
}

export const ACCOUNTS = recordTable<AccountRow>({
  name: 'payee_accounts',
  subject: ['payeeKind', 'payeeKey'],
  columns: { payeeKind: 'text', payeeKey: 'text', holder: 'text', rib: 'text' },
});
