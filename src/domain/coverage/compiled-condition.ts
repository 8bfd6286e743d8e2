import type { KindOfCare, PaymentMode, Relationship } from '../care-sheet/care-sheet.ts';
import { type Centimes, centimes } from '../money/centimes.ts';
import type { Sector, Setting, Sex } from '../nomenclature/act.ts';
import type { Category } from '../nomenclature/category.ts';
import type { MedicineKind } from '../nomenclature/medicine.ts';
import type { LineCondition } from './ruleset.ts';

/** The facts of a line that the conditions of a ruleset look at. */
export interface ConditionSubject {
  readonly scheme: string;
  readonly setting: Setting;
  readonly kindOfCare: KindOfCare;
  readonly category: Category;
  readonly code: string;
  readonly sector: Sector;
  readonly specialty: string | null;
  readonly providerKind: string;
  readonly payment: PaymentMode;
  readonly relationship: Relationship;
  readonly sex: Sex;
  readonly illness: 'none' | 'long-term' | 'costly';
  /** Codes of the certificates of that illness that cover the line. */
  readonly illnessCodes: readonly string[];
  readonly medicineKind: MedicineKind | null;
  readonly age: number;
  /** Submitted for the line: units declared x price. */
  readonly amount: Centimes;
}

export type Predicate = (subject: ConditionSubject) => boolean;

/** Compiles all of a condition but its categories, which the table is indexed by. */
export function compileCondition(when: LineCondition): Predicate {
  const predicates: Predicate[] = [...compileLists(when), ...compileBounds(when)];
  const [first, second] = predicates;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (predicates.length === 2) return (subject) => first(subject) && second(subject);
  return (subject) => predicates.every((predicate) => predicate(subject));
}

function compileLists(when: LineCondition): Predicate[] {
  const { schemes, settings, kindsOfCare, acts, sectors, specialties } = when;
  const { illnesses, illnessCodes, medicineKinds } = when;
  const { providerKinds, payments, relationships, sexes } = when;
  const predicates: Predicate[] = [];
  if (acts) predicates.push(isIn(acts, (subject) => subject.code));
  if (settings) predicates.push(isIn(settings, (subject) => subject.setting));
  if (illnesses) predicates.push(isIn(illnesses, (subject) => subject.illness));
  if (sectors) predicates.push(isIn(sectors, (subject) => subject.sector));
  if (schemes) predicates.push(isIn(schemes, (subject) => subject.scheme));
  if (kindsOfCare) predicates.push(isIn(kindsOfCare, (subject) => subject.kindOfCare));
  if (specialties) predicates.push(isIn(specialties, (subject) => subject.specialty));
  if (medicineKinds) predicates.push(isIn(medicineKinds, (subject) => subject.medicineKind));
  if (providerKinds) predicates.push(isIn(providerKinds, (subject) => subject.providerKind));
  if (payments) predicates.push(isIn(payments, (subject) => subject.payment));
  if (relationships) predicates.push(isIn(relationships, (subject) => subject.relationship));
  if (sexes) predicates.push(isIn(sexes, (subject) => subject.sex));
  if (illnessCodes) {
    const codes = new Set(illnessCodes);
    predicates.push((subject) => subject.illnessCodes.some((code) => codes.has(code)));
  }
  return predicates;
}

function isIn<Value>(
  values: readonly Value[],
  read: (subject: ConditionSubject) => Value | null,
): Predicate {
  const [only] = values;
  if (values.length === 1) return (subject) => read(subject) === only;
  const set = new Set<Value | null>(values);
  return (subject) => set.has(read(subject));
}

function compileBounds({ minAge, maxAge, minAmount, maxAmount }: LineCondition): Predicate[] {
  const predicates: Predicate[] = [];
  if (minAge !== undefined) predicates.push((subject) => subject.age >= minAge);
  if (maxAge !== undefined) predicates.push((subject) => subject.age <= maxAge);
  if (minAmount !== undefined) {
    const lowest = centimes(minAmount);
    predicates.push((subject) => subject.amount >= lowest);
  }
  if (maxAmount !== undefined) {
    const highest = centimes(maxAmount);
    predicates.push((subject) => subject.amount <= highest);
  }
  return predicates;
}
