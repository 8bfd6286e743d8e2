import type { Queryable } from '#db/client.ts';
import type { OpenCareSheet } from '#db/repositories/care-sheet-repository.ts';
import {
  type FamilyHistory,
  nextHistoryPositions,
  readHistories,
} from '#db/repositories/history-repository.ts';
import {
  type InsuredKey,
  insuredKeyText,
  lockFamilies,
  readInsured,
} from '#db/repositories/insured-repository.ts';
import { nextLedgerIds } from '#db/repositories/ledger-repository.ts';
import { together } from '#db/together.ts';
import type { Insured, Provider } from '#domain/care-sheet/parties.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import { inpesOf } from './inpes-of.ts';
import type { ProviderCache } from './provider-cache.ts';
import type { ReferenceCache } from './reference-cache.ts';

/** What a process keeps of the record, whose row versions never change. */
export interface RecordCaches {
  readonly referenceAt: ReferenceCache;
  readonly providersAt: ProviderCache;
}

/** All that the decisions of a chunk may see, read in bulk at one revision of the record. */
export interface World {
  readonly revision: number;
  readonly reference: CompiledReference;
  /** By the text of the insured's key. */
  readonly insuredIds: ReadonlyMap<string, number>;
  readonly insured: ReadonlyMap<number, Insured>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly histories: ReadonlyMap<number, FamilyHistory>;
  /** Ascending, one for each sheet. */
  readonly positions: readonly number[];
  /** One for each sheet. */
  readonly ledgerIds: readonly number[];
}

/**
 * Locks the families before it reads what limits look at, so that nothing of it moves any more.
 * The revision was read before the locks: a family that an import adds in between is then unknown
 * in both ways, and the replay finds what the decision saw.
 */
export async function loadWorld(
  tx: Queryable,
  sheets: readonly OpenCareSheet[],
  { caches, revision }: { readonly caches: RecordCaches; readonly revision: number },
): Promise<World> {
  const insuredIds = await lockFamilies(tx, distinctInsured(sheets));
  const ids = [...insuredIds.values()];
  const [reference, insured, providers, histories, positions, ledgerIds] = await together([
    caches.referenceAt(tx, revision),
    readInsured(tx, ids, revision),
    caches.providersAt(tx, inpesOf(sheets), revision),
    readHistories(tx, ids),
    nextHistoryPositions(tx, sheets.length),
    nextLedgerIds(tx, sheets.length),
  ]);
  return {
    ...{ revision, reference, insuredIds, insured, providers },
    ...{ histories, positions, ledgerIds },
  };
}

function distinctInsured(sheets: readonly OpenCareSheet[]): InsuredKey[] {
  const keys = sheets.map(({ sheet }) => sheet.insured);
  return [...new Map(keys.map((key) => [insuredKeyText(key), key])).values()];
}
