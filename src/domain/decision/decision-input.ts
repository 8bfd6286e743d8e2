import type { Consumption, PastLine } from '../accumulator/history.ts';
import type { CareSheet } from '../care-sheet/care-sheet.ts';
import type { Insured, Provider } from '../care-sheet/parties.ts';
import type { CompiledReference } from '../coverage/compiled-reference.ts';

/** All that a decision sees. A decision is a pure function of this value. */
export interface DecisionInput {
  readonly sheet: CareSheet;
  readonly insured: Insured | undefined;
  readonly provider: Provider | undefined;
  readonly prescriber: Provider | undefined;
  /** Lines of final decisions of the family, in no order that matters. */
  readonly history: readonly PastLine[];
  readonly consumptions: readonly Consumption[];
  readonly reference: CompiledReference;
}
