import type { RowText } from '../coverage/compiled-ruleset.ts';
import type { Reason } from './reason.ts';
import type { ReasonCode } from './reason-codes.ts';

/** What a check found: a refusal, a wait for a person, or a remark that changes nothing. */
export interface Finding {
  readonly verdict: 'deny' | 'pend' | 'note';
  readonly reason: Reason;
  /** The row of the ruleset that asked for it. */
  readonly row: RowText | null;
}

type Facts = Readonly<Record<string, string>>;

export const NO_FINDINGS: readonly Finding[] = [];

export function deny(code: ReasonCode, facts: Facts, row: RowText | null = null): Finding {
  return { verdict: 'deny', reason: { code, facts }, row };
}

export function pend(code: ReasonCode, facts: Facts, row: RowText | null = null): Finding {
  return { verdict: 'pend', reason: { code, facts }, row };
}

export function note(code: ReasonCode, facts: Facts): Finding {
  return { verdict: 'note', reason: { code, facts }, row: null };
}
