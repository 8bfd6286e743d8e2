import type { Queryable } from '#db/client.ts';
import { readReference } from '#db/repositories/reference-repository.ts';
import type { SimulationWork } from '#db/repositories/simulation-repository.ts';
import { type CompiledReference, compileReference } from '#domain/coverage/compiled-reference.ts';
import type { ReferenceRows } from '#domain/coverage/reference.ts';
import { draftInForce } from '#domain/simulation/draft-in-force.ts';
import { keepLast } from '../adjudicate/keep-last.ts';

/** The record of a simulation, compiled twice. */
export interface SimulationReferences {
  /** With the rules that are published. */
  readonly published: CompiledReference;
  /** With what is simulated in force. */
  readonly simulated: CompiledReference;
}

export type DraftCache = (
  tx: Queryable,
  simulation: SimulationWork,
) => Promise<SimulationReferences>;

/** The record of a revision: all but its rulesets serves every simulation of it. */
interface Base {
  readonly rows: ReferenceRows;
  readonly compiled: CompiledReference;
}

const NOTHING = { acts: [], medicines: [], tariffs: [], management: [] };

/** What is known at a revision never changes, nor what a simulation asked for. */
export function createDraftCache(): DraftCache {
  const baseAt = keepLast(
    (revision: number) => revision,
    async (tx, revision): Promise<Base> => {
      const rows = await readReference(tx, revision);
      return { rows, compiled: compileReference(rows) };
    },
  );
  return keepLast(
    ({ id }: SimulationWork) => id,
    async (tx, { version, document, period, recordRevision }) => {
      const { rows, compiled } = await baseAt(tx, recordRevision);
      const rulesets = draftInForce(rows.rulesets, { version, document }, period);
      const { ruleset } = compileReference({ ...NOTHING, rulesets });
      return { published: compiled, simulated: { ...compiled, ruleset } };
    },
  );
}
