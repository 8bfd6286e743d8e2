import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { AdjudicationParts } from './adjudicate-chunks.ts';
import { createTurns } from './create-turns.ts';
import type { Adjudicate } from './decide-sheets.ts';
import { createProviderCache } from './provider-cache.ts';
import { createReferenceCache } from './reference-cache.ts';

/** What a process has one of; `decide` is the engine, which a fault test may spoil. */
export function createAdjudicationParts(decide: Adjudicate = adjudicate): AdjudicationParts {
  return {
    adjudicate: decide,
    referenceAt: createReferenceCache(),
    providersAt: createProviderCache(),
    turns: createTurns(),
  };
}
