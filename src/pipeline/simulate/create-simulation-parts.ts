import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Adjudicate } from '../adjudicate/decide-sheets.ts';
import { createProviderCache, type ProviderCache } from '../adjudicate/provider-cache.ts';
import { createDraftCache, type DraftCache } from './draft-cache.ts';

/** What a process has one of. */
export interface SimulationParts {
  readonly adjudicate: Adjudicate;
  readonly referencesOf: DraftCache;
  readonly providersAt: ProviderCache;
  /** Told to stop, a worker gives its shard back between two batches. */
  readonly signal: AbortSignal;
}

export function createSimulationParts(
  signal: AbortSignal,
  decide: Adjudicate = adjudicate,
): SimulationParts {
  return {
    adjudicate: decide,
    referencesOf: createDraftCache(),
    providersAt: createProviderCache(),
    signal,
  };
}
