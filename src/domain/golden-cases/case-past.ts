import type { Consumption, PastLine } from '../accumulator/history.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';
import type { CasePaidLine, CaseUse, GoldenCase } from '../coverage/golden-case.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import { centimes, MAX_CENTIMES } from '../money/centimes.ts';

interface World {
  readonly document: RulesetDocument;
  readonly reference: CompiledReference;
  readonly provider: string;
  /** Of the patient. */
  readonly rank: number;
}

interface CasePast {
  readonly history: readonly PastLine[];
  readonly consumptions: readonly Consumption[];
}

/** What had been decided before the sheet of a case. */
export function casePast({ used = [], paid = [] }: GoldenCase, world: World): CasePast {
  const caps = new Map(world.document.caps.map((cap) => [cap.code, cap]));
  return {
    history: [
      ...paid.map((line, index) => paidLine(line, index, world)),
      ...used.filter(({ row }) => !caps.has(row)).map((use, index) => usedUnits(use, index, world)),
    ],
    consumptions: used.flatMap((use, index): Consumption[] => {
      const cap = caps.get(use.row);
      if (cap === undefined) return [];
      return [
        {
          cap: cap.code,
          patientRank: cap.per === 'patient' ? world.rank : null,
          ...placeOf('USED', index),
          date: use.date,
          code: USED_CODE,
          sessionEligible: MAX_CENTIMES,
          amount: centimes(use.amount ?? '0.00'),
        },
      ];
    }),
  };
}

/** The code of no act: what was used stands in the way of no other line. */
const USED_CODE = '';

function placeOf(sheetNumber: string, index: number) {
  return { sheetNumber, lineNumber: index + 1 };
}

function paidLine(line: CasePaidLine, index: number, world: World): PastLine {
  const eligible = centimes(line.eligible);
  const act = world.reference.act(line.code, line.date);
  return {
    ...placeOf('PAID', index),
    patientRank: world.rank,
    provider: world.provider,
    date: line.date,
    code: line.code,
    category: act?.category ?? 'medicine',
    units: 1,
    paidUnits: 1,
    sessionEligible: eligible,
    allowedEligible: eligible,
    eligible,
    benefit: centimes(line.benefit),
    countedUnder: [],
  };
}

/** On its day it comes before every line of the sheet. */
function usedUnits({ row, date, units = 1 }: CaseUse, index: number, world: World): PastLine {
  return {
    ...placeOf('USED', index),
    patientRank: world.rank,
    provider: '',
    date,
    code: USED_CODE,
    category: 'device',
    units,
    paidUnits: units,
    sessionEligible: MAX_CENTIMES,
    allowedEligible: 0,
    eligible: 0,
    benefit: 0,
    countedUnder: [row],
  };
}
