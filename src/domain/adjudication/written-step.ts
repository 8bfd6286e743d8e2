import type { Effect } from '../decision/rule.ts';
import type { Movement, Step } from '../decision/step.ts';

/**
 * A step with its keys in order, so that canonical JSON need not copy it. It is a class, because
 * V8 then keeps all its members within the object, whichever of them there are.
 */
export class WrittenStep implements Step {
  declare readonly looked: Readonly<Record<string, string>>;
  declare readonly movements?: readonly Movement[];
  declare readonly reason?: string;
  declare readonly row?: string;
  declare readonly rule: string;
  declare readonly source?: string;

  constructor(rule: string, { row, source, looked, movements, reason }: Effect) {
    this.looked = looked;
    if (movements.length > 0) this.movements = movements;
    if (reason !== null) this.reason = reason.code;
    if (row !== null) this.row = row;
    this.rule = rule;
    if (source !== null) this.source = source;
  }
}
