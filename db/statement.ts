/** A statement with its values, ready to be sent: whatever could fail in making it has not. */
export interface Statement {
  /** Under which each connection parses it once. */
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}
