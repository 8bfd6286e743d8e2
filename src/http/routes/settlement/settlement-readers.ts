import type { Role } from '#src/access/roles.ts';

/** Who may see the batches of a fund and their files, which hold bank accounts. */
export const SETTLEMENT_READERS: readonly Role[] = [
  'settlement-officer',
  'settlement-approver',
  'auditor',
];
