import type { Queryable } from '#db/client.ts';
import { findInsuredIds } from '#db/record/insured-keys.ts';
import {
  type FamilyHistory,
  NO_HISTORY,
  readHistories,
} from '#db/repositories/history-repository.ts';
import {
  type InsuredKey,
  insuredKeyText,
  readInsured,
} from '#db/repositories/insured-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import type { Insured } from '#domain/care-sheet/parties.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import type { RecordCaches } from '../adjudicate/load-world.ts';

/** What a decision of now would see of one family. */
export interface FamilyWorld {
  readonly revision: number;
  readonly reference: CompiledReference;
  readonly insured: Insured | undefined;
  readonly history: FamilyHistory;
}

/**
 * Reads a family as a decision of this moment would, without its lock: whatever commits meanwhile
 * is not in the snapshot of `tx`. Every query is by a key.
 */
export async function readFamilyWorld(
  tx: Queryable,
  key: InsuredKey,
  { referenceAt }: RecordCaches,
): Promise<FamilyWorld> {
  const { revision } = await readInstallation(tx);
  const reference = await referenceAt(tx, revision);
  const id = (await findInsuredIds(tx, [key])).get(insuredKeyText(key));
  if (id === undefined) return { revision, reference, insured: undefined, history: NO_HISTORY };
  const insured = (await readInsured(tx, [id], revision)).get(id);
  const history = (await readHistories(tx, [id])).get(id) ?? NO_HISTORY;
  return { revision, reference, insured, history };
}
