import { readAsEstimator } from '#db/reads/read-as.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Context } from '#src/context.ts';
import type { RecordCaches } from '../adjudicate/load-world.ts';
import { type DecidedEstimate, decideEstimate } from './decide-estimate.ts';
import { type FamilyWorld, readFamilyWorld } from './family-world.ts';
import { isIdentified, isPaidBy } from './identify.ts';
import { withholdOthers } from './withhold-others.ts';

export interface EstimateAsked {
  /** As it would be received. */
  readonly sheet: CareSheet;
  /** The organisation of a fund that asks: it is told of its own insured only. */
  readonly fundId: number | undefined;
}

export type EstimateResult =
  | {
      readonly kind: 'estimated';
      readonly estimate: DecidedEstimate;
      /** False when the caller named nobody whom it may ask about. */
      readonly identified: boolean;
    }
  | { readonly kind: 'unknown-fund' | 'foreign-fund' };

/**
 * What would be decided, were this sheet sent now: the same engine on the same reads, in a snapshot
 * without locks and as a role that can keep nothing. It binds nobody, since others may come first.
 */
export function estimateCareSheet(
  { database }: Context,
  { sheet, fundId }: EstimateAsked,
  caches: RecordCaches,
): Promise<EstimateResult> {
  return readAsEstimator(database, async (tx) => {
    const { insured: key, provider, prescriber } = sheet;
    const inpes = prescriber === null ? [provider] : [provider, prescriber];
    const family = await readFamilyWorld(tx, { insured: key, inpes }, caches);
    const { funds, providers, insured, history, reference } = family;
    const addressed = funds.get(sheet.fund);
    if (addressed === undefined) return { kind: 'unknown-fund' };
    if (fundId !== undefined && fundId !== addressed) return { kind: 'foreign-fund' };
    const identified = mayBeTold(family, sheet, fundId !== undefined);
    const estimate = decideEstimate({
      sheet,
      insured: identified ? insured : undefined,
      provider: providers.get(provider),
      prescriber: prescriber === null ? undefined : providers.get(prescriber),
      history: history.lines,
      consumptions: history.consumptions,
      reference,
    });
    return { kind: 'estimated', estimate: withholdOthers(estimate), identified };
  });
}

/** Whom the caller cannot name exactly is unknown: to ask costs nothing, and must tell nothing. */
function mayBeTold(family: FamilyWorld, sheet: CareSheet, isFund: boolean): boolean {
  const { insured, reference } = family;
  if (insured === undefined) return false;
  const date = sheet.stay?.admission ?? sheet.lines[0]?.date ?? sheet.receivedOn;
  if (!isIdentified(insured, sheet.patient, date)) return false;
  return !isFund || isPaidBy(insured, { fund: sheet.fund, date, reference });
}
