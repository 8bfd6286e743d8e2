import type { ReasonCode } from '../decision/reason-codes.ts';
import { RULES } from './rule-order.ts';

/** Where a reason comes from, unless an administrator says more: that of the rules that give it. */
export function shippedSource(code: ReasonCode): string {
  const rules = REASON_RULES[code];
  const references = rules.map((rule) => REFERENCES.get(rule) ?? '');
  return [...new Set(references)].join('; ') || (OUTSIDE[code] ?? '');
}

const REFERENCES = new Map(RULES.map(({ code, reference }) => [code, reference]));

/** Reasons that no rule of the engine gives. */
const OUTSIDE: Partial<Readonly<Record<ReasonCode, string>>> = {
  quarantined: 'Operation of the engine: a sheet that stops its worker is set apart',
  'rib-missing': 'Settlement: a payment needs the bank account (RIB) of its payee',
  'rib-invalid': 'Settlement: a RIB has 24 digits, divisible by 97',
};

/** The rules that give each reason. */
export const REASON_RULES: Readonly<Record<ReasonCode, readonly string[]>> = {
  'insured-unknown': ['entitlement/insured-known'],
  'patient-not-identified': ['entitlement/insured-known', 'entitlement/patient-attached'],
  'scheme-unknown': ['entitlement/scheme-known'],
  'patient-not-attached': ['entitlement/patient-attached'],
  'care-before-birth': ['entitlement/alive-on-care'],
  'care-after-death': ['entitlement/alive-on-care'],
  'wrong-fund': ['entitlement/right-fund'],
  'rights-not-open': ['entitlement/rights-open'],
  'rights-suspended': ['entitlement/rights-open'],
  'qualifying-period': ['entitlement/qualifying-period'],
  'age-limit': ['entitlement/age-limit'],
  'provider-unknown': ['form/provider-active'],
  'provider-inactive': ['form/provider-active'],
  'time-barred': ['form/filing-limit'],
  'received-before-care': ['form/received-after-care'],
  'discharge-before-admission': ['form/stay-dates'],
  'line-outside-stay': ['form/stay-dates'],
  'prescription-missing': ['form/prescription'],
  'prescription-after-care': ['form/prescription'],
  'prescription-expired': ['form/prescription'],
  'act-unknown': ['nomenclature/in-nomenclature'],
  'medicine-unknown': ['nomenclature/in-nomenclature'],
  'ean-check-digit': ['nomenclature/ean-check-digit'],
  'not-reimbursable': ['nomenclature/reimbursable'],
  excluded: ['nomenclature/exclusion'],
  'key-letter-mismatch': ['nomenclature/key-letter'],
  'coefficient-mismatch': ['nomenclature/coefficient'],
  'rating-missing': ['nomenclature/coefficient'],
  'sex-mismatch': ['nomenclature/patient-sex'],
  'age-mismatch': ['nomenclature/patient-age'],
  'provider-sector': ['nomenclature/provider-sector'],
  'provider-specialty': ['nomenclature/provider-specialty'],
  'care-setting': ['nomenclature/care-setting'],
  'not-covered': ['cost-sharing/coverage-row'],
  'authorization-required': ['authorization/prior-authorization'],
  'attachment-required': ['authorization/attachments'],
  duplicate: ['integrity/duplicate-of-paid'],
  'duplicate-on-sheet': ['integrity/duplicate-on-sheet'],
  'unit-limit': ['limits/unit-limit'],
  'too-early': ['limits/renewal-interval'],
  'cap-reached': ['cost-sharing/cap'],
  'one-unit-per-session': ['limits/one-unit-of-technical-act'],
  'session-reduction': ['session/technical-acts'],
  'acts-paid-instead': ['session/consultation-or-acts'],
  'consultation-paid-instead': ['session/consultation-or-acts'],
  'tariff-missing': ['pricing/key-letter-tariff', 'pricing/package-price'],
  'base-price-missing': ['pricing/medicine-price'],
  'ruleset-missing': ['entitlement/ruleset-in-force'],
  'late-arrival': [
    'integrity/duplicate-of-paid',
    'review/late-for-unit-limit',
    'review/late-for-renewal',
    'review/late-for-session',
    'review/late-for-cap',
  ],
  'review-amount': ['review/hold-by-amount'],
  'review-category': ['review/hold-by-category'],
  'review-sample': ['review/hold-by-sample'],
  quarantined: [],
  'rib-missing': [],
  'rib-invalid': [],
};
