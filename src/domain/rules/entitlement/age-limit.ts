import { ageOn, isWithin } from '#domain/calendar/arithmetic.ts';
import { highestAgeLimit } from '#domain/coverage/age-limits.ts';
import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/**
 * A dependant is covered up to an age, further while studying; a limit of 21 lasts to the day
 * before the 22nd birthday. A disabled child has none.
 */
export const ageLimit: LineRule = {
  code: 'entitlement/age-limit',
  title: 'The patient is within the age limit',
  reference: 'Law 65-00: children to 21, to 26 while studying, disabled without limit; law 54-23',
  check({ decidedOn, terms }, { patient }) {
    if (terms === undefined || patient.disabled || terms.ageLimits.length === 0) return null;
    const studies = patient.student.some(({ from, to }) => isWithin(decidedOn, from, to));
    const { relationship } = patient;
    const highest = highestAgeLimit(terms.ageLimits, { relationship, studies });
    const age = ageOn(patient.birthDate, decidedOn);
    if (highest === undefined || age <= highest.lastAge) return null;
    const { code, lastAge } = highest;
    const facts = { date: decidedOn, age: String(age), lastAge: String(lastAge), row: code };
    return deny('age-limit', facts, highest);
  },
};
