import type { Queryable } from '#db/client.ts';
import { readFileSheets } from '#db/reads/file-sheets.ts';
import {
  readInsuredIds,
  readStoredSheets,
  type SimulatedSheet,
} from '#db/reads/simulation-sheets.ts';
import {
  type FamilyHistory,
  NO_HISTORY,
  readHistoriesBefore,
} from '#db/repositories/history-repository.ts';
import { insuredKeyText, readInsured } from '#db/repositories/insured-repository.ts';
import type { SimulationWork } from '#db/repositories/simulation-repository.ts';
import { together } from '#db/together.ts';
import type { Insured, Provider } from '#domain/care-sheet/parties.ts';
import { inpesOf } from '../adjudicate/inpes-of.ts';
import type { ProviderCache } from '../adjudicate/provider-cache.ts';

/** A family with its sheets of the period, in the order of care, and what was before them. */
export interface StoredFamily {
  readonly insured: Insured | undefined;
  readonly history: FamilyHistory;
  readonly sheets: readonly SimulatedSheet[];
}

export interface StoredFamilies {
  readonly families: readonly StoredFamily[];
  readonly providers: ReadonlyMap<string, Provider>;
}

/** All that a batch needs, in a few reads however many sheets it has. */
export async function readFamilies(
  tx: Queryable,
  { sheetIds, simulation }: { sheetIds: readonly number[]; simulation: SimulationWork },
  providersAt: ProviderCache,
): Promise<StoredFamilies> {
  const { period, recordRevision: revision, fileId } = simulation;
  const groups = inFamilies(
    fileId === null
      ? await readStoredSheets(tx, sheetIds)
      : await readFileSheets(tx, fileId, sheetIds),
  );
  const keys = groups.flatMap(([first]) => first?.sheet.insured ?? []);
  const idOf = await readInsuredIds(tx, keys);
  const ids = [...idOf.values()];
  // The ids of a file's sheets are its lines, and no stored sheets.
  const except = new Set(fileId === null ? sheetIds : []);
  const [insured, histories, providers] = await together([
    readInsured(tx, ids, revision),
    readHistoriesBefore(tx, ids, { day: period.from, except }),
    providersAt(tx, inpesOf(groups.flat()), revision),
  ]);
  const families = groups.map((sheets) => {
    const id = sheets[0] && idOf.get(insuredKeyText(sheets[0].sheet.insured));
    return {
      insured: id === undefined ? undefined : insured.get(id),
      history: (id === undefined ? undefined : histories.get(id)) ?? NO_HISTORY,
      sheets,
    };
  });
  return { families, providers };
}

/** Sheets of one insured follow one another. */
function inFamilies(sheets: readonly SimulatedSheet[]): SimulatedSheet[][] {
  const groups: SimulatedSheet[][] = [];
  let last = '';
  for (const stored of sheets) {
    const key = insuredKeyText(stored.sheet.insured);
    const group = groups.at(-1);
    if (group !== undefined && key === last) group.push(stored);
    else groups.push([stored]);
    last = key;
  }
  return groups;
}
