import type { Queryable } from '#db/client.ts';
import { readProviders } from '#db/repositories/provider-repository.ts';
import type { Provider } from '#domain/care-sheet/parties.ts';

/** Gives providers as they were known at a revision, by INPE; unknown ones are absent. */
export type ProviderCache = (
  tx: Queryable,
  inpes: readonly string[],
  revision: number,
) => Promise<ReadonlyMap<string, Provider>>;

/** More than a country has; a sender may invent more. */
const MAX_PROVIDERS = 50_000;

/** Rows of a revision never change, and a provider sends many sheets: those known are kept. */
export function createProviderCache(): ProviderCache {
  let held = { revision: -1, known: new Map<string, Provider | undefined>() };
  return async (tx, inpes, revision) => {
    if (held.revision !== revision || held.known.size > MAX_PROVIDERS) {
      held = { revision, known: new Map() };
    }
    const { known } = held;
    const missing = inpes.filter((inpe) => !known.has(inpe));
    if (missing.length > 0) {
      const read = await readProviders(tx, missing, revision);
      for (const inpe of missing) known.set(inpe, read.get(inpe));
    }
    const asked = new Map<string, Provider>();
    for (const inpe of inpes) {
      const provider = known.get(inpe);
      if (provider !== undefined) asked.set(inpe, provider);
    }
    return asked;
  };
}
