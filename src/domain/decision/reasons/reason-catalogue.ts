import type { ReasonCode } from '../reason-codes.ts';
import { authorizationReasons } from './authorization-reasons.ts';
import { duplicateReasons } from './duplicate-reasons.ts';
import { eligibilityReasons } from './eligibility-reasons.ts';
import { formReasons } from './form-reasons.ts';
import { limitReasons } from './limit-reasons.ts';
import { nomenclatureFitReasons } from './nomenclature-fit-reasons.ts';
import { nomenclatureReasons } from './nomenclature-reasons.ts';
import { priceReasons } from './price-reasons.ts';
import { providerReasons } from './provider-reasons.ts';
import type { ReasonSentences } from './reason-sentences.ts';
import { reviewReasons } from './review-reasons.ts';
import { sessionReasons } from './session-reasons.ts';
import { timeReasons } from './time-reasons.ts';

/** The sentences of every reason code; the compiler refuses a code without an entry. */
export const REASON_CATALOGUE: Readonly<Record<ReasonCode, ReasonSentences>> = {
  ...eligibilityReasons,
  ...providerReasons,
  ...timeReasons,
  ...formReasons,
  ...nomenclatureReasons,
  ...nomenclatureFitReasons,
  ...authorizationReasons,
  ...duplicateReasons,
  ...limitReasons,
  ...priceReasons,
  ...sessionReasons,
  ...reviewReasons,
};
