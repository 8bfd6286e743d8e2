/** What the golden cases of a ruleset came to. */
export interface CasesReport {
  readonly passed: number;
  readonly failed: number;
  /** In the order of the document. */
  readonly cases: readonly CaseResult[];
  /** Rows of the ruleset that no step of any case applied, in the order of the document. */
  readonly untouched: readonly RulesetRow[];
}

export interface CaseResult {
  readonly code: string;
  readonly title: string;
  /** "/cases/0" */
  readonly pointer: string;
  readonly passed: boolean;
  readonly differences: readonly CaseDifference[];
  /** Codes of the rows of the ruleset that its steps applied. */
  readonly rows: readonly string[];
}

/** A heading under which a case expects something else than it got. */
export interface CaseDifference {
  /** "/cases/0/lines/0/expect/benefit" */
  readonly pointer: string;
  /** 1 to n; null: of the sheet. */
  readonly line: number | null;
  readonly heading:
    | ('benefit' | 'copay' | 'overCap' | 'excess' | 'disallowed')
    | ('outcome' | 'reasons' | 'priced' | 'fund' | 'payee');
  /** "72.00", "approved", "cap-reached, session-reduction" */
  readonly expected: string;
  readonly actual: string;
}

/** A row of a ruleset. */
export interface RulesetRow {
  readonly code: string;
  /** "/coverage/3", "/session" */
  readonly pointer: string;
}
