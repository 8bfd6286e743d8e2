import * as field from '../field-schemas.ts';
import { type Finding, refusal } from '../import-issue.ts';

/** The columns `valid_from` and `valid_to`, both included; an empty `valid_to` is open. */
export const validity = {
  valid_from: field.date,
  valid_to: field.optional(field.date),
} as const;

interface Dates {
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export function validityOf({ valid_from, valid_to }: Dates) {
  return { validFrom: valid_from, validTo: valid_to };
}

export function checkValidity({ valid_from, valid_to }: Dates): Finding[] {
  return endsBefore('valid_to', valid_from, valid_to);
}

/** A refusal when a last day, where there is one, comes before the first. */
export function endsBefore(name: string, from: string | null, to: string | null): Finding[] {
  if (to === null || (from !== null && from <= to)) return [];
  return [refusal('ends-before-it-begins', name)];
}
