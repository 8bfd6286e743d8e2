import { deny, type Finding, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** Care is given to somebody who is born and not dead; both days themselves are in. */
export const aliveOnCare: SheetRule = {
  code: 'entitlement/alive-on-care',
  title: 'The patient is alive on the dates of care',
  reference: 'Reasons for rejection collected from the funds: execution after death',
  check({ patient, firstCareOn, lastCareOn }) {
    if (patient === undefined) return NO_FINDINGS;
    const { birthDate, deathDate } = patient;
    const findings: Finding[] = [];
    if (firstCareOn < birthDate) {
      findings.push(deny('care-before-birth', { date: firstCareOn, birthDate }));
    }
    if (deathDate !== null && lastCareOn > deathDate) {
      findings.push(deny('care-after-death', { date: lastCareOn, deathDate }));
    }
    return findings;
  },
};
