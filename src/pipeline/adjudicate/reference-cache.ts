import type { Queryable } from '#db/client.ts';
import { readReference } from '#db/repositories/reference-repository.ts';
import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';
import { keepLast } from './keep-last.ts';

/** Gives the reference as it was known at a revision, compiled once for a revision. */
export type ReferenceCache = (tx: Queryable, revision: number) => Promise<CompiledReference>;

/**
 * Rows of a revision never change, so what was compiled for it stays true; only the newest is
 * kept, since workers always decide under the newest.
 */
export function createReferenceCache(): ReferenceCache {
  return keepLast(
    (revision: number) => revision,
    async (tx, revision) => compileReference(await readReference(tx, revision)),
  );
}
