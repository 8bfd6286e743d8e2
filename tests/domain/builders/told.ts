import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import { input } from './input-builder.ts';

/** The outcome of a sheet, its own reasons and those of its lines, in their order. */
export function told(rest: Partial<DecisionInput>): string {
  const { outcome, reasons, lines } = adjudicate(input(rest));
  const all = [...reasons, ...lines.flatMap((line) => line.reasons)];
  return [outcome, ...all.map(({ code }) => code)].join(' ');
}

/** The facts of the first reason with a code, of the sheet or of a line. */
export function factsOf(rest: Partial<DecisionInput>, code: string) {
  const { reasons, lines } = adjudicate(input(rest));
  const all = [...reasons, ...lines.flatMap((line) => line.reasons)];
  return all.find((reason) => reason.code === code)?.facts;
}
