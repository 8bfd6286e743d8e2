import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Queryable } from '../client.ts';

/** An invariant of what is stored: a query that returns no row when all is well. */
export interface Invariant {
  /** The file that it stands in: "money". */
  readonly heading: string;
  readonly name: string;
  readonly sentence: string;
  readonly query: string;
}

export interface InvariantResult extends Omit<Invariant, 'query'> {
  /** Rows that break it; 0 when all is well. */
  readonly violations: number;
  /** Ids of at most five of them, never a name or number of a person. */
  readonly sample: readonly string[];
}

/**
 * Runs every invariant over all that is stored, as the role `auditor`, one after the other. Each
 * is one statement, so it sees one moment of the database, also while workers are at work.
 */
export async function runInvariants(tx: Queryable): Promise<InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const { query, ...invariant } of readInvariants()) {
    const { rows } = await tx.query<{ violations: number; sample: string[] }>({
      text: `WITH violation AS MATERIALIZED (${query})
        SELECT count(*)::int AS violations,
          array(SELECT id FROM violation ORDER BY id LIMIT 5) AS sample FROM violation`,
      ...UNHURRIED,
    });
    results.push({ ...invariant, ...(rows[0] ?? { violations: 1, sample: [] }) });
  }
  return results;
}

/** A look at everything may take far longer than the client waits for its other statements. */
const UNHURRIED: object = { query_timeout: 24 * 3600 * 1000 };

const folder = fileURLToPath(new URL('.', import.meta.url));
const ORDER = ['money', 'once', 'durable', 'ledger', 'settlement', 'rules', 'audit', 'tenants'];

/** All invariants as they ship, in the order of their headings. */
export function readInvariants(): Invariant[] {
  const headings = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length));
  return headings
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .flatMap((heading) => parse(heading, readFileSync(`${folder}/${heading}.sql`, 'utf8')));
}

/** `-- name: <name>`, then `-- <sentence>`, then the query, up to the next name. */
function parse(heading: string, text: string): Invariant[] {
  const parts = text.split(/^-- name: /m).slice(1);
  return parts.map((part) => {
    const [name = '', sentence = '', ...query] = part.split('\n');
    return { heading, name, sentence: sentence.replace(/^-- /, ''), query: query.join('\n') };
  });
}
