import type { Consumption, PastLine } from '../accumulator/history.ts';
import type { CareSheet } from '../care-sheet/care-sheet.ts';
import type { Insured, Provider } from '../care-sheet/parties.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';
import type { Decision } from '../decision/decision.ts';
import type { DecisionInput } from '../decision/decision-input.ts';

/** A family as it stood before the first of its sheets, and what decides them. */
export interface FamilyStart {
  readonly insured: Insured | undefined;
  readonly lines: readonly PastLine[];
  readonly consumptions: readonly Consumption[];
  readonly reference: CompiledReference;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly adjudicate: (input: DecisionInput) => Decision;
}

/**
 * Decides the sheets of a family one after the other, each seeing what those before it took; they
 * come in the order of care. Undefined for a sheet that the engine cannot decide, which then takes
 * nothing.
 */
export function replayFamily(
  sheets: readonly CareSheet[],
  start: FamilyStart,
): (Decision | undefined)[] {
  const history = [...start.lines];
  const consumptions = [...start.consumptions];
  const family = { ...start, lines: history, consumptions };
  return sheets.map((sheet) => {
    const decision = decide(sheet, family);
    // A family has few sheets, and an unknown one has no history.
    if (decision !== undefined && start.insured !== undefined) {
      history.push(...decision.history);
      consumptions.push(...decision.consumptions);
    }
    return decision;
  });
}

function decide(sheet: CareSheet, at: FamilyStart): Decision | undefined {
  try {
    return at.adjudicate({
      sheet,
      insured: at.insured,
      provider: at.providers.get(sheet.provider),
      prescriber: sheet.prescriber === null ? undefined : at.providers.get(sheet.prescriber),
      history: at.lines,
      consumptions: at.consumptions,
      reference: at.reference,
    });
  } catch {
    // The live worker would set it apart; its message may quote the sheet.
    return undefined;
  }
}
