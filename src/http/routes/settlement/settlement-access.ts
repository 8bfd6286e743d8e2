import type { Role } from '#src/access/roles.ts';

/** Who may see the batches of a fund and their files, which hold bank accounts. */
export const SETTLEMENT_READERS: readonly Role[] = [
  'settlement-officer',
  'settlement-approver',
  'auditor',
];

/** Milliseconds for a batch of a whole day: more than a hundred thousand sheets. */
export const LARGE_BATCH = 120_000;
