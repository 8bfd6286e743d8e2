import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { type FieldFault, FieldsRefused } from './refusals.ts';

/** A document as it is stored, with its hash; the order of its fields makes no difference. */
export interface RulesetContent {
  /** Canonical JSON. */
  readonly document: string;
  /** Hex SHA-256 of it. */
  readonly contentHash: string;
}

/** Refuses numbers that are not whole, which no two machines write alike: rates are text. */
export function contentOf(value: unknown): RulesetContent {
  const faults = fractionsIn(value, '');
  if (faults.length > 0) throw new FieldsRefused(faults);
  const document = canonicalJson(value);
  return { document, contentHash: createHash('sha256').update(document).digest('hex') };
}

function fractionsIn(value: unknown, pointer: string): FieldFault[] {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return [{ pointer, code: 'not-a-whole-number' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    fractionsIn(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** The content of a version of a ruleset, whose code it must bear. */
export function contentFor(code: string, value: unknown): RulesetContent {
  const stated = (value as { code?: unknown } | null)?.code;
  if (stated !== code) {
    throw new FieldsRefused([
      { pointer: '/code', code: 'code-of-another-ruleset', facts: { code } },
    ]);
  }
  return contentOf(value);
}
