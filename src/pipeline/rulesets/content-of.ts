import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';

/** A document as it is stored, with its hash; the order of its fields makes no difference. */
export interface RulesetContent {
  /** Canonical JSON. */
  readonly document: string;
  /** Hex SHA-256 of it. */
  readonly contentHash: string;
}

/** Throws a RangeError for a number that is not whole: amounts and rates are text. */
export function contentOf(value: unknown): RulesetContent {
  const document = canonicalJson(value);
  return { document, contentHash: createHash('sha256').update(document).digest('hex') };
}
