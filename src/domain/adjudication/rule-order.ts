import type {
  AmountRule,
  CapRule,
  HoldRule,
  LateRule,
  LimitRule,
  LineRule,
  PricingRule,
  RuleText,
  SessionRule,
  SheetRule,
} from '../decision/rule.ts';
import { attachments } from '../rules/authorization/attachments.ts';
import { priorAuthorization } from '../rules/authorization/prior-authorization.ts';
import { cap } from '../rules/cost-sharing/cap.ts';
import { coverageRate } from '../rules/cost-sharing/coverage-rate.ts';
import { coverageRow } from '../rules/cost-sharing/coverage-row.ts';
import { ageLimit } from '../rules/entitlement/age-limit.ts';
import { aliveOnCare } from '../rules/entitlement/alive-on-care.ts';
import { insuredKnown } from '../rules/entitlement/insured-known.ts';
import { patientAttached } from '../rules/entitlement/patient-attached.ts';
import { qualifyingPeriod } from '../rules/entitlement/qualifying-period.ts';
import { rightFund } from '../rules/entitlement/right-fund.ts';
import { rightsOpen } from '../rules/entitlement/rights-open.ts';
import { rulesetInForce } from '../rules/entitlement/ruleset-in-force.ts';
import { schemeKnown } from '../rules/entitlement/scheme-known.ts';
import { filingLimit } from '../rules/form/filing-limit.ts';
import { prescription } from '../rules/form/prescription.ts';
import { providerActive } from '../rules/form/provider-active.ts';
import { receivedAfterCare } from '../rules/form/received-after-care.ts';
import { stayDates } from '../rules/form/stay-dates.ts';
import { duplicateOfPaid } from '../rules/integrity/duplicate-of-paid.ts';
import { duplicateOnSheet } from '../rules/integrity/duplicate-on-sheet.ts';
import { oneUnitOfTechnicalAct } from '../rules/limits/one-unit-of-technical-act.ts';
import { renewalInterval } from '../rules/limits/renewal-interval.ts';
import { unitLimit } from '../rules/limits/unit-limit.ts';
import { careSetting } from '../rules/nomenclature/care-setting.ts';
import { coefficient } from '../rules/nomenclature/coefficient.ts';
import { eanCheckDigit } from '../rules/nomenclature/ean-check-digit.ts';
import { exclusion } from '../rules/nomenclature/exclusion.ts';
import { inNomenclature } from '../rules/nomenclature/in-nomenclature.ts';
import { keyLetter } from '../rules/nomenclature/key-letter.ts';
import { patientAge } from '../rules/nomenclature/patient-age.ts';
import { patientSex } from '../rules/nomenclature/patient-sex.ts';
import { providerSector } from '../rules/nomenclature/provider-sector.ts';
import { providerSpecialty } from '../rules/nomenclature/provider-specialty.ts';
import { reimbursable } from '../rules/nomenclature/reimbursable.ts';
import { eligibleAmount } from '../rules/pricing/eligible-amount.ts';
import { keyLetterTariff } from '../rules/pricing/key-letter-tariff.ts';
import { medicinePrice } from '../rules/pricing/medicine-price.ts';
import { packagePrice } from '../rules/pricing/package-price.ts';
import { holdByAmount } from '../rules/review/hold-by-amount.ts';
import { holdByCategory } from '../rules/review/hold-by-category.ts';
import { holdBySample } from '../rules/review/hold-by-sample.ts';
import { lateForCap } from '../rules/review/late-for-cap.ts';
import { lateForRenewal } from '../rules/review/late-for-renewal.ts';
import { lateForSession } from '../rules/review/late-for-session.ts';
import { lateForUnitLimit } from '../rules/review/late-for-unit-limit.ts';
import { consultationOrActs } from '../rules/session/consultation-or-acts.ts';
import { technicalActs } from '../rules/session/technical-acts.ts';

/** A. Facts of the sheet: a failure denies every line, and all failures are told. */
export const SHEET_RULES: readonly SheetRule[] = [
  insuredKnown,
  patientAttached,
  aliveOnCare,
  schemeKnown,
  rightFund,
  providerActive,
  filingLimit,
  stayDates,
  receivedAfterCare,
  prescription,
];

/** B. Facts of the patient on a day: asked once for all lines that are decided on it. */
export const DAY_RULES: readonly LineRule[] = [
  rulesetInForce,
  rightsOpen,
  qualifyingPeriod,
  ageLimit,
];

/** B. Facts of a line: a failure denies that line. */
export const LINE_RULES: readonly LineRule[] = [
  inNomenclature,
  eanCheckDigit,
  reimbursable,
  exclusion,
  keyLetter,
  coefficient,
  patientSex,
  patientAge,
  providerSector,
  providerSpecialty,
  careSetting,
];

/** B. Which of two identical lines counts follows from their prices, so C is done by then. */
export const DUPLICATE_RULES: readonly LineRule[] = [duplicateOfPaid, duplicateOnSheet];

/** B. What is asked for may depend on the eligible amount, so C is done by then. */
export const DEMAND_RULES: readonly LineRule[] = [priorAuthorization, attachments];

/** C. The reference amount of one unit: the first rule of the line's kind answers. */
export const PRICING_RULES: readonly PricingRule[] = [keyLetterTariff, packagePrice, medicinePrice];

/** D. The units allowed. */
export const LIMIT_RULES: readonly LimitRule[] = [
  oneUnitOfTechnicalAct,
  unitLimit,
  renewalInterval,
];

/** D. What of the units allowed is eligible. */
export const ELIGIBLE_RULES: readonly AmountRule[] = [eligibleAmount];

/** E. Several acts in one session. */
export const SESSION_RULES: readonly SessionRule[] = [technicalActs, consultationOrActs];

/** F. A line without a row takes no unit and no place in a session: asked before D. */
export const COVERAGE_RULES: readonly LineRule[] = [coverageRow];

/** F. What the fund pays. */
export const RATE_RULES: readonly AmountRule[] = [coverageRate];

/** G. Caps. */
export const CAP_RULES: readonly CapRule[] = [cap];

/** H. Sheets that would change what is decided. */
export const LATE_RULES: readonly LateRule[] = [
  lateForUnitLimit,
  lateForRenewal,
  lateForSession,
  lateForCap,
];

/** H. Sheets that a person sees. */
export const HOLD_RULES: readonly HoldRule[] = [holdByAmount, holdByCategory, holdBySample];

/** Every rule once, in the order of the stages. */
export const RULES: readonly RuleText[] = [
  ...SHEET_RULES,
  ...DAY_RULES,
  ...LINE_RULES,
  ...DUPLICATE_RULES,
  ...DEMAND_RULES,
  ...PRICING_RULES,
  ...LIMIT_RULES,
  ...ELIGIBLE_RULES,
  ...SESSION_RULES,
  ...COVERAGE_RULES,
  ...RATE_RULES,
  ...CAP_RULES,
  ...LATE_RULES,
  ...HOLD_RULES,
];
