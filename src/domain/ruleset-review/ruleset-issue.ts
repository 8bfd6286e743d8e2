import type { Sentence } from '../decision/reasons/reason-sentences.ts';

/** Something that the author of a ruleset has to change, or may want to. */
export interface RulesetIssue {
  /** JSON Pointer (RFC 6901) into the document: "/coverage/3/when/acts/0". */
  readonly pointer: string;
  /** A stable code, "unreachable-row". */
  readonly code: string;
  /** A ruleset with an error cannot be submitted; a warning only wants to be read. */
  readonly severity: 'error' | 'warning';
  /** What is wrong and how to mend it, for somebody who is no programmer. */
  readonly message: Sentence;
}
