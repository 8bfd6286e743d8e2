/** What a caller may be; each route of the API names those that it lets in. */
export const ROLES = [
  'clinic',
  'insurer-clerk',
  'reviewing-doctor',
  'rules-author',
  'rules-approver',
  'settlement-officer',
  'settlement-approver',
  'auditor',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['provider', 'fund', 'administration'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The roles that a client of each kind of organisation can be given. */
export const ROLES_OF_ORGANISATION: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  provider: ['clinic'],
  fund: [
    'insurer-clerk',
    'reviewing-doctor',
    'rules-author',
    'rules-approver',
    'settlement-officer',
    'settlement-approver',
    'auditor',
  ],
  administration: ['rules-author', 'rules-approver', 'auditor', 'operator'],
};

/** Who calls: always from the credential, never from the body, a header or the query. */
export interface Caller {
  readonly clientId: string;
  readonly organisationId: number;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
}

/** A diagnosis is for who gave the care and for the reviewing doctor, not for a clerk. */
export function maySeeDiagnosis(caller: Caller): boolean {
  return caller.roles.includes('clinic') || caller.roles.includes('reviewing-doctor');
}
