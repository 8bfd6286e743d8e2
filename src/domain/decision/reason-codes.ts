import type { ReasonFamily } from './reason.ts';

/**
 * Every reason that the engine, the pipeline or settlement can give, with its family. The
 * comment on each names the keys of its `facts`; dates are "2026-11-21", amounts "80.00".
 */
export const REASON_CODES = {
  /** issuer */
  'insured-unknown': 'eligibility',
  /** Given before care, and never by a decision: it says not which of them is unknown. issuer */
  'patient-not-identified': 'eligibility',
  /** date */
  'scheme-unknown': 'eligibility',
  /** date, rank, relationship */
  'patient-not-attached': 'eligibility',
  /** date, birthDate */
  'care-before-birth': 'eligibility',
  /** date, deathDate */
  'care-after-death': 'eligibility',
  /** date, scheme, addressed (the sheet's fund), fund (the one that manages the scheme, or "") */
  'wrong-fund': 'eligibility',
  /** date */
  'rights-not-open': 'eligibility',
  /** date, from, to (to may be "") */
  'rights-suspended': 'eligibility',
  /** date, qualifiedOn */
  'qualifying-period': 'eligibility',
  /** date, age, lastAge, row */
  'age-limit': 'eligibility',

  /** inpe */
  'provider-unknown': 'provider',
  /** inpe, date */
  'provider-inactive': 'provider',

  /** from (what the limit is counted from), lastDay, receivedOn, row */
  'time-barred': 'time',
  /** date (last day of the care), receivedOn */
  'received-before-care': 'time',
  /** admission, discharge */
  'discharge-before-admission': 'time',
  /** line, date, admission, discharge */
  'line-outside-stay': 'time',

  /** line, code, row */
  'prescription-missing': 'form',
  /** line, code, date, prescribedOn */
  'prescription-after-care': 'form',
  /** line, code, date, prescribedOn, lastDay, row */
  'prescription-expired': 'form',

  /** code, date */
  'act-unknown': 'nomenclature',
  /** code, date */
  'medicine-unknown': 'nomenclature',
  /** A warning, never a refusal: membership in the referential decides. code */
  'ean-check-digit': 'nomenclature',
  /** code */
  'not-reimbursable': 'nomenclature',
  /** code, row */
  excluded: 'nomenclature',
  /** code, declared, expected */
  'key-letter-mismatch': 'nomenclature',
  /** code, declared, expected (coefficients, "12.5") */
  'coefficient-mismatch': 'nomenclature',
  /** code, keyLetter */
  'rating-missing': 'nomenclature',
  /** code, sex (of the act, "M" or "F") */
  'sex-mismatch': 'nomenclature',
  /** code, age, minAge, maxAge (a bound may be "") */
  'age-mismatch': 'nomenclature',
  /** code, sector (of the provider) */
  'provider-sector': 'nomenclature',
  /** code, specialty (of the provider, or "") */
  'provider-specialty': 'nomenclature',
  /** code, setting */
  'care-setting': 'nomenclature',
  /** code, category, ruleset */
  'not-covered': 'nomenclature',

  /** code, row */
  'authorization-required': 'authorization',
  /** code, row, document */
  'attachment-required': 'authorization',

  /** code, date, sheetNumber, line (of the one already paid) */
  duplicate: 'duplicate',
  /** code, date, line (of the same sheet, that comes first) */
  'duplicate-on-sheet': 'duplicate',

  /** row, maxUnits, used, declared, allowed */
  'unit-limit': 'limit',
  /** row, date, lastOn, nextOn */
  'too-early': 'limit',
  /** row, capAmount, used, remaining, benefit (before the cap) */
  'cap-reached': 'limit',

  /** code, declared */
  'one-unit-per-session': 'session',
  /** rank, percentage ("50 %") */
  'session-reduction': 'session',
  /** consultation, acts (the two amounts that were compared) */
  'acts-paid-instead': 'session',
  /** consultation, acts */
  'consultation-paid-instead': 'session',

  /** code, grid, item (key letter or act), sector, fund, date */
  'tariff-missing': 'price',
  /** code, date */
  'base-price-missing': 'price',

  /** scheme, date */
  'ruleset-missing': 'review',
  /** cause ("cap", "unit-limit", "renewal-interval", "session", "duplicate"), date, sheetNumber,
   * line (of the decided line that would change), row (or "") */
  'late-arrival': 'review',
  /** row, submitted, threshold */
  'review-amount': 'review',
  /** row, line, category */
  'review-category': 'review',
  /** row, share ("1 %") */
  'review-sample': 'review',
  /** Given by the pipeline to a sheet that stopped its worker. attempts */
  quarantined: 'review',
  /** Given by settlement, it holds a payment and never a sheet. payee */
  'rib-missing': 'review',
  /** Given by settlement, it holds a payment and never a sheet. payee */
  'rib-invalid': 'review',
} as const satisfies Record<string, ReasonFamily>;

export type ReasonCode = keyof typeof REASON_CODES;
