import type { Queryable } from '#db/client.ts';
import { readReference } from '#db/repositories/reference-repository.ts';
import { referenceRevisionAt } from '#db/repositories/replay-repository.ts';
import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';

/** References of several revisions; the oldest ones go when more than this are held. */
const HELD = 8;

/**
 * Gives the reference as it was known at any revision of the record. Most revisions are about
 * people and change no reference, so one that was compiled serves all of them.
 */
export function createReferenceArchive() {
  const held = new Map<number, CompiledReference>();
  return async (tx: Queryable, revision: number): Promise<CompiledReference> => {
    const changedAt = await referenceRevisionAt(tx, revision);
    const known = held.get(changedAt);
    if (known !== undefined) return known;
    const compiled = compileReference(await readReference(tx, changedAt));
    const [oldest] = held.keys();
    if (held.size >= HELD && oldest !== undefined) held.delete(oldest);
    held.set(changedAt, compiled);
    return compiled;
  };
}
