import type { LineWork } from '../decision/line-work.ts';
import type { Reason } from '../decision/reason.ts';
import type { SheetFacts } from '../decision/sheet-facts.ts';

/** A sheet while it is being decided. Only the engine writes on it. */
export interface SheetWork extends SheetFacts {
  readonly lines: readonly LineWork[];
  readonly reasons: Reason[];
  state: 'open' | 'pended' | 'denied';
}
