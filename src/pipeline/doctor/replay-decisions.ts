import { inTransaction, type Queryable } from '#db/client.ts';
import { type FamilyHistory, readHistoriesUpTo } from '#db/repositories/history-repository.ts';
import { readInsured } from '#db/repositories/insured-repository.ts';
import { readProviders } from '#db/repositories/provider-repository.ts';
import {
  type ReplayPlace,
  readByKey,
  readStoredDecisions,
  type StoredDecision,
} from '#db/repositories/replay-repository.ts';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import type { Insured, Provider } from '#domain/care-sheet/parties.ts';
import type { CompiledReference } from '#domain/coverage/compiled-reference.ts';
import type { DecisionInput } from '#domain/decision/decision-input.ts';
import type { Context } from '#src/context.ts';
import { isAsStored } from './is-as-stored.ts';
import { createReferenceArchive } from './reference-archive.ts';

export interface ReplayOptions {
  /** Decisions at most; all of them without it. */
  readonly limit?: number;
  /** Told after each page how many were replayed so far. */
  readonly onProgress?: (replayed: number) => void;
}

export interface ReplayResult {
  readonly replayed: number;
  /** "<sheet id>:<revision>" of decisions that came out otherwise, or not at all. */
  readonly differing: readonly string[];
}

const PAGE = 500;

/**
 * Puts the input of stored decisions together again (the record as it was known, the history that
 * was seen, the facts as they arrived) and compares what the engine makes of it, byte for byte.
 */
export async function replayDecisions(
  { database }: Context,
  { limit = Number.POSITIVE_INFINITY, onProgress }: ReplayOptions = {},
): Promise<ReplayResult> {
  const pool = database.as('auditor');
  const referenceAt = createReferenceArchive();
  const differing: string[] = [];
  let replayed = 0;
  let after: ReplayPlace = { sheetId: 0, revision: 0 };
  while (replayed < limit) {
    const part = { after, limit: Math.min(PAGE, limit - replayed) };
    const page = await inTransaction(pool, async (tx) => {
      await readByKey(tx);
      return replayPage(tx, part, referenceAt);
    });
    if (page.last === undefined) break;
    differing.push(...page.differing);
    after = page.last;
    replayed += page.replayed;
    onProgress?.(replayed);
  }
  return { replayed, differing };
}

async function replayPage(
  tx: Queryable,
  part: { readonly after: ReplayPlace; readonly limit: number },
  referenceAt: ReturnType<typeof createReferenceArchive>,
): Promise<ReplayResult & { readonly last: ReplayPlace | undefined }> {
  const page = await readStoredDecisions(tx, part);
  const differing: string[] = [];
  for (const [revision, decisions] of byRecordRevision(page)) {
    const reference = await referenceAt(tx, revision);
    const world = await readWorldOf(tx, decisions, { revision, reference });
    differing.push(...decisions.filter((stored, index) => differs(stored, index, world)).map(idOf));
  }
  return { replayed: page.length, differing, last: page.at(-1) };
}

function byRecordRevision(page: readonly StoredDecision[]): Map<number, StoredDecision[]> {
  const groups = new Map<number, StoredDecision[]>();
  for (const stored of page) {
    const group = groups.get(stored.recordRevision) ?? [];
    group.push(stored);
    groups.set(stored.recordRevision, group);
  }
  return groups;
}

/** What the decisions of one revision of the record saw. */
interface PastWorld {
  readonly reference: CompiledReference;
  readonly insured: ReadonlyMap<number, Insured>;
  readonly providers: ReadonlyMap<string, Provider>;
  /** One for each decision, in their order. */
  readonly histories: readonly FamilyHistory[];
}

async function readWorldOf(
  tx: Queryable,
  decisions: readonly StoredDecision[],
  { revision, reference }: { revision: number; reference: CompiledReference },
): Promise<PastWorld> {
  const insuredIds = decisions.flatMap(({ insuredId }) => insuredId ?? []);
  const inpes = decisions.flatMap(({ sheet }) => [sheet.provider, sheet.prescriber ?? []].flat());
  return {
    reference,
    insured: await readInsured(tx, [...new Set(insuredIds)], revision),
    providers: await readProviders(tx, [...new Set(inpes)], revision),
    histories: await readHistoriesUpTo(
      tx,
      decisions.map(({ insuredId, historyPosition }) => ({
        // No family has the id 0, and so no history.
        insuredId: insuredId ?? 0,
        position: historyPosition,
      })),
    ),
  };
}

function differs(stored: StoredDecision, index: number, world: PastWorld): boolean {
  try {
    return !isAsStored(adjudicate(inputOf(stored, index, world)), stored);
  } catch {
    // An engine that cannot decide what was decided differs too; its message may quote the sheet.
    return true;
  }
}

function inputOf(stored: StoredDecision, index: number, world: PastWorld): DecisionInput {
  const { sheet, insuredId } = stored;
  const history = world.histories[index];
  return {
    sheet,
    insured: insuredId === undefined ? undefined : world.insured.get(insuredId),
    provider: world.providers.get(sheet.provider),
    prescriber: sheet.prescriber === null ? undefined : world.providers.get(sheet.prescriber),
    history: history?.lines ?? [],
    consumptions: history?.consumptions ?? [],
    reference: world.reference,
  };
}

function idOf({ sheetId, revision }: StoredDecision): string {
  return `${sheetId}:${revision}`;
}
