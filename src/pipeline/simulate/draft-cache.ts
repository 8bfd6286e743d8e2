import type { Queryable } from '#db/client.ts';
import { readReference } from '#db/repositories/reference-repository.ts';
import type { SimulationWork } from '#db/repositories/simulation-repository.ts';
import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';
import { draftInForce } from '#domain/simulation/draft-in-force.ts';

/** Gives the reference of a simulation: its record, with what it simulates in force. */
export type DraftCache = (tx: Queryable, simulation: SimulationWork) => Promise<CompiledReference>;

/** What a simulation asked for never changes; only that of the last one is kept. */
export function createDraftCache(): DraftCache {
  let held: { id: number; compiled: Promise<CompiledReference> } | undefined;
  return (tx, simulation) => {
    const { id, version, document, period, recordRevision } = simulation;
    if (held?.id === id) return held.compiled;
    const compiled = readReference(tx, recordRevision).then((rows) =>
      compileReference(draftInForce(rows, { version, document }, period)),
    );
    held = { id, compiled };
    compiled.catch(() => {
      if (held?.compiled === compiled) held = undefined;
    });
    return compiled;
  };
}
