import type { Route } from './route.ts';
import { bulkCareSheets } from './routes/care-sheets/bulk-care-sheets.ts';
import { cancelCareSheet } from './routes/care-sheets/cancel-care-sheet.ts';
import { getCareSheet } from './routes/care-sheets/get-care-sheet.ts';
import { getExplanation } from './routes/care-sheets/get-explanation.ts';
import { listAdjudications } from './routes/care-sheets/list-adjudications.ts';
import { listCareSheets } from './routes/care-sheets/list-care-sheets.ts';
import { submitCareSheet } from './routes/care-sheets/submit-care-sheet.ts';
import { validateCareSheet } from './routes/care-sheets/validate-care-sheet.ts';
import { checkEligibility } from './routes/estimates/check-eligibility.ts';
import { estimateCareSheet } from './routes/estimates/estimate-care-sheet.ts';
import { listAccumulators } from './routes/estimates/list-accumulators.ts';
import { getLiveness } from './routes/operation/get-liveness.ts';
import { getMetrics } from './routes/operation/get-metrics.ts';
import { getOpenApi } from './routes/operation/get-openapi.ts';
import { getReadiness } from './routes/operation/get-readiness.ts';
import { issueToken } from './routes/operation/issue-token.ts';
import { approveReason } from './routes/reasons/approve-reason.ts';
import { getReason } from './routes/reasons/get-reason.ts';
import { listReasons } from './routes/reasons/list-reasons.ts';
import { proposeReason } from './routes/reasons/propose-reason.ts';
import { getAct } from './routes/reference/get-act.ts';
import { getMe } from './routes/reference/get-me.ts';
import { getMedicine } from './routes/reference/get-medicine.ts';
import { getRulesetSchema } from './routes/reference/get-ruleset-schema.ts';
import { listActs } from './routes/reference/list-acts.ts';
import { listMedicines } from './routes/reference/list-medicines.ts';
import { listTariffs } from './routes/reference/list-tariffs.ts';
import { approveVersion } from './routes/rulesets/approve-version.ts';
import { compareVersions } from './routes/rulesets/compare-versions.ts';
import { createDraft } from './routes/rulesets/create-draft.ts';
import { getCases } from './routes/rulesets/get-cases.ts';
import { getRuleset } from './routes/rulesets/get-ruleset.ts';
import { listRulesets } from './routes/rulesets/list-rulesets.ts';
import { listVersions } from './routes/rulesets/list-versions.ts';
import { publishVersion } from './routes/rulesets/publish-version.ts';
import { returnVersion } from './routes/rulesets/return-version.ts';
import { rollBack } from './routes/rulesets/roll-back.ts';
import { saveDraft } from './routes/rulesets/save-draft.ts';
import { submitVersion } from './routes/rulesets/submit-version.ts';
import { validateVersion } from './routes/rulesets/validate-version.ts';
import { withdrawVersion } from './routes/rulesets/withdraw-version.ts';
import { getBordereau } from './routes/settlement/get-bordereau.ts';
import { getPayments } from './routes/settlement/get-payments.ts';
import { getSettlementBatch } from './routes/settlement/get-settlement-batch.ts';
import { listSettlementBatches } from './routes/settlement/list-settlement-batches.ts';
import { paySettlementBatch } from './routes/settlement/pay-settlement-batch.ts';
import { sealSettlementBatch } from './routes/settlement/seal-settlement-batch.ts';
import { askSimulation } from './routes/simulations/ask-simulation.ts';
import { cancelSimulation } from './routes/simulations/cancel-simulation.ts';
import { getSimulation } from './routes/simulations/get-simulation.ts';
import { listChanges } from './routes/simulations/list-changes.ts';
import { listSimulations } from './routes/simulations/list-simulations.ts';
import { sendFile } from './routes/simulations/send-file.ts';

/** Every route of the API. What may be called, by whom and within what is in each of them. */
export const ROUTES: readonly Route[] = [
  issueToken,
  getMe,

  submitCareSheet,
  bulkCareSheets,
  validateCareSheet,
  listCareSheets,
  getCareSheet,
  getExplanation,
  cancelCareSheet,
  listAdjudications,

  estimateCareSheet,
  checkEligibility,
  listAccumulators,

  listActs,
  getAct,
  listMedicines,
  getMedicine,
  listTariffs,

  listRulesets,
  listVersions,
  getRuleset,
  getRulesetSchema,
  compareVersions,
  createDraft,
  saveDraft,
  validateVersion,
  getCases,
  submitVersion,
  returnVersion,
  approveVersion,
  publishVersion,
  withdrawVersion,
  rollBack,

  listReasons,
  getReason,
  proposeReason,
  approveReason,

  sealSettlementBatch,
  listSettlementBatches,
  getSettlementBatch,
  getBordereau,
  getPayments,
  paySettlementBatch,

  sendFile,
  askSimulation,
  listSimulations,
  getSimulation,
  listChanges,
  cancelSimulation,

  getLiveness,
  getReadiness,
  getMetrics,
  getOpenApi(() => ROUTES),
];
