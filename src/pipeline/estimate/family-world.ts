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
import { readFundIds } from '#db/repositories/intake-repository.ts';
import { readInstallation } from '#db/repositories/reference-repository.ts';
import { together } from '#db/together.ts';
import type { Insured, Provider } from '#domain/care-sheet/parties.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import type { RecordCaches } from '../adjudicate/load-world.ts';

/** What a decision of now would see of one family. */
export interface FamilyWorld {
  readonly reference: CompiledReference;
  /** Ids of the funds by their code. */
  readonly funds: ReadonlyMap<string, number>;
  readonly insured: Insured | undefined;
  readonly history: FamilyHistory;
  readonly providers: ReadonlyMap<string, Provider>;
}

interface FamilyAsked {
  readonly insured: InsuredKey;
  /** Whom the sheet names; none where there is no sheet. */
  readonly inpes?: readonly string[];
}

/**
 * Reads a family as a decision of this moment would, without its lock: whatever commits meanwhile
 * is not in the snapshot of `tx`. Every query is by a key, and they go in two flights.
 */
export async function readFamilyWorld(
  tx: Queryable,
  { insured: key, inpes = [] }: FamilyAsked,
  { referenceAt, providersAt }: RecordCaches,
): Promise<FamilyWorld> {
  const [{ revision }, insuredIds, funds] = await together([
    readInstallation(tx),
    findInsuredIds(tx, [key]),
    readFundIds(tx),
  ]);
  const id = insuredIds.get(insuredKeyText(key));
  const ids = id === undefined ? [] : [id];
  const [reference, families, histories, providers] = await together([
    referenceAt(tx, revision),
    readInsured(tx, ids, revision),
    readHistories(tx, ids),
    providersAt(tx, inpes, revision),
  ]);
  const insured = id === undefined ? undefined : families.get(id);
  const history = (id === undefined ? undefined : histories.get(id)) ?? NO_HISTORY;
  return { reference, funds, insured, history, providers };
}
