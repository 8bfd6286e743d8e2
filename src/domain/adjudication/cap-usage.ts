import { benefitBefore } from '../accumulator/counted.ts';
import type { Consumption } from '../accumulator/history.ts';
import { windowOpensAfter } from '../accumulator/window-start.ts';
import { addDays, isWithin } from '../calendar/arithmetic.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Insured } from '../care-sheet/parties.ts';
import type { CompiledCap, CompiledRuleset } from '../coverage/compiled-ruleset.ts';
import type { Centimes } from '../money/centimes.ts';

/** What of a cap a family, or one of its patients, has used by the end of a day. */
export interface CapUsage {
  readonly cap: CompiledCap;
  /** null for the whole family. */
  readonly patientRank: number | null;
  /** The first day that counts; null for a lifetime. */
  readonly from: CalendarDate | null;
  readonly used: Centimes;
  readonly remaining: Centimes;
}

interface Past {
  readonly insured: Insured;
  readonly consumptions: readonly Consumption[];
  readonly date: CalendarDate;
}

/** Every cap of a ruleset, as a line after all that was decided for that day would find it. */
export function capUsages({ capOf }: CompiledRuleset, past: Past): CapUsage[] {
  return [...capOf.values()].flatMap((cap) =>
    ranksOf(cap, past).map((patientRank) => usageOf(cap, patientRank, past)),
  );
}

/** No line of the day comes after it in the canonical order. */
const END_OF_DAY = { sessionEligible: -1, code: '', sheetNumber: '', lineNumber: 0 };

function usageOf(
  cap: CompiledCap,
  patientRank: number | null,
  { consumptions, date }: Past,
): CapUsage {
  const { code, window, amount } = cap;
  const used = benefitBefore({ date, ...END_OF_DAY }, { code, window, patientRank }, consumptions);
  const after = windowOpensAfter(window, date);
  const from = after === '' ? null : addDays(after, 1);
  return { cap, patientRank, from, used, remaining: Math.max(0, amount - used) };
}

/** The insured, who is attached on the day, and who has used the cap before. */
function ranksOf({ per, code }: CompiledCap, { insured, consumptions, date }: Past) {
  if (per === 'family') return [null];
  const attached = insured.dependants.filter(({ attached: { from, to } }) =>
    isWithin(date, from, to),
  );
  const users = consumptions.filter(({ cap }) => cap === code);
  const ranks = new Set([0, ...attached.map(({ rank }) => rank)]);
  for (const { patientRank } of users) if (patientRank !== null) ranks.add(patientRank);
  return [...ranks].sort((a, b) => a - b);
}
