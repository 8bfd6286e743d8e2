import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { Act } from '#domain/nomenclature/act.ts';
import type { Category } from '#domain/nomenclature/category.ts';
import type { Medicine } from '#domain/nomenclature/medicine.ts';
import type { Tariff } from '#domain/nomenclature/tariff.ts';

const ALWAYS = { validFrom: '2006-09-01', validTo: null } as const;

/** An act of key letter x coefficient (in 1/100). */
export function ratedAct(
  code: string,
  category: Category,
  rating: { keyLetter: string; coefficient: number | null },
  rest: Partial<Act> = {},
): Act {
  const pricing = { kind: 'rating', ...rating } as const;
  return { code, title: code, category, pricing, reimbursable: true, ...ALWAYS, ...rest };
}

export function packageAct(code: string, category: Category, rest: Partial<Act> = {}): Act {
  const pricing = { kind: 'package' } as const;
  return { code, title: code, category, pricing, reimbursable: true, ...ALWAYS, ...rest };
}

export function letterTariff(
  keyLetter: string,
  amount: number,
  rest: Partial<Tariff> = {},
): Tariff {
  return { ...tariff({ keyLetter }, amount), ...rest };
}

export function packageTariff(act: string, amount: number, rest: Partial<Tariff> = {}): Tariff {
  return { ...tariff({ act }, amount), ...rest };
}

function tariff(item: Tariff['item'], amount: number): Tariff {
  const row = { grid: 'TNR', item, sector: 'private', fund: null, amount } as const;
  return { ...row, ...ALWAYS, status: 'in-force', source: 'test grid' };
}

export function medicine(code: string, rest: Partial<Medicine> = {}): Medicine {
  return {
    code,
    name: code,
    kind: 'generic',
    reimbursable: true,
    publicPrice: 12_000,
    hospitalPrice: 0,
    basePrice: 8_000,
    ...ALWAYS,
    ...rest,
  };
}

/** A ruleset that pays 90 % of everything and asks for nothing. */
export function ruleset(rest: Partial<RulesetDocument> = {}): RulesetDocument {
  return {
    code: 'TEST',
    title: 'Test',
    schemes: ['SALARIED'],
    effectiveFrom: '2006-09-01',
    effectiveTo: null,
    tariffGrid: 'TNR',
    coverage: [{ code: 'ALL', when: {}, rate: '0.90', source: 'test' }],
    exclusions: [],
    filingLimits: [],
    ageLimits: [],
    prescriptions: [],
    session: null,
    unitLimits: [],
    renewalIntervals: [],
    caps: [],
    authorizations: [],
    attachments: [],
    holds: [],
    ...rest,
  };
}

export const SESSION: NonNullable<RulesetDocument['session']> = {
  code: 'SESSION',
  technicalCategories: ['specialist-act', 'surgery'],
  consultationCategories: ['consultation', 'visit'],
  percentages: ['1.00', '0.50', '0.00'],
  source: 'test',
};

export const ACTS: readonly Act[] = [
  ratedAct('C', 'consultation', { keyLetter: 'C', coefficient: 100 }),
  ratedAct('CS', 'consultation', { keyLetter: 'Cs', coefficient: 100 }),
  ratedAct('KC20', 'specialist-act', { keyLetter: 'Kc', coefficient: 2_000 }),
  ratedAct('KC30', 'specialist-act', { keyLetter: 'Kc', coefficient: 3_000 }),
  ratedAct('KC50', 'specialist-act', { keyLetter: 'Kc', coefficient: 5_000 }),
  ratedAct('KFREE', 'specialist-act', { keyLetter: 'Kc', coefficient: null }),
  ratedAct('B12', 'biology', { keyLetter: 'B', coefficient: 1_250 }),
  ratedAct('AMM', 'paramedical', { keyLetter: 'AMM', coefficient: 100 }),
  packageAct('STAY', 'hospital-stay'),
  packageAct('CROWN', 'dental-prosthesis'),
  packageAct('FRAME', 'optics'),
];

export const TARIFFS: readonly Tariff[] = [
  letterTariff('C', 8_000),
  letterTariff('Cs', 15_000),
  letterTariff('Kc', 2_250),
  letterTariff('B', 110),
  letterTariff('AMM', 4_000),
  packageTariff('STAY', 600_000),
  packageTariff('CROWN', 100_000),
  packageTariff('FRAME', 45_000),
];

export const MEDICINES: readonly Medicine[] = [medicine('6118000000006')];

/** The test nomenclature under one ruleset, or under the rows that a test names. */
export function reference(
  document: RulesetDocument = ruleset(),
  rest: Partial<ReferenceRows> = {},
): CompiledReference {
  return compileReference({
    acts: ACTS,
    medicines: MEDICINES,
    tariffs: TARIFFS,
    management: [
      { scheme: 'SALARIED', fund: 'CNSS', from: '2005-08-18', to: null },
      { scheme: 'PUBLIC', fund: 'CNOPS', from: '2005-08-18', to: null },
    ],
    rulesets: [{ version: 1, document }],
    ...rest,
  });
}
