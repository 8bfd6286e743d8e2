export const REASON_FAMILIES = [
  'eligibility',
  'provider',
  'time',
  'form',
  'nomenclature',
  'authorization',
  'duplicate',
  'limit',
  'price',
  'session',
  'review',
] as const;

export type ReasonFamily = (typeof REASON_FAMILIES)[number];

/** Why something was denied, reduced or held. Its sentences are in the catalogue of reasons. */
export interface Reason {
  /** A stable code of the catalogue, "time-barred". */
  readonly code: string;
  /** The figures that its sentences name: dates, amounts, codes; never a name of a person. */
  readonly facts: Readonly<Record<string, string>>;
}
