import { readAsEstimator } from '#db/reads/read-as.ts';
import type { InsuredKey } from '#db/repositories/insured-repository.ts';
import { checkEntitlement, type EntitlementFound } from '#domain/adjudication/check-entitlement.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { CareSheet } from '#domain/care-sheet/care-sheet.ts';
import type { Insured } from '#domain/care-sheet/parties.ts';
import type { Context } from '#src/context.ts';
import type { RecordCaches } from '../adjudicate/load-world.ts';
import { type FamilyWorld, readFamilyWorld } from './family-world.ts';
import { isPaidBy } from './identify.ts';

export interface EligibilityAsked {
  readonly insured: InsuredKey;
  readonly patient: { readonly rank: number; readonly birthDate: CalendarDate };
  readonly date: CalendarDate;
  /** The organisation of a fund that asks: it is told of its own insured only. */
  readonly fundId: number | undefined;
}

/**
 * The rights of one person on a date, as they are recorded now; undefined for whom the caller does
 * not name exactly. Nothing is said of the others of the family, nor any name.
 */
export function checkEligibility(
  { database }: Context,
  asked: EligibilityAsked,
  caches: RecordCaches,
): Promise<EntitlementFound | undefined> {
  return readAsEstimator(database, async (tx) => {
    const family = await readFamilyWorld(tx, { insured: asked.insured }, caches);
    const { insured, reference } = family;
    const patient = insured && named(insured, asked.patient);
    if (insured === undefined || patient === undefined) return undefined;
    if (asked.fundId !== undefined && !isOwn(family, asked)) return undefined;
    return checkEntitlement({ insured, patient, date: asked.date, reference });
  });
}

/** The patient with their relationship, which a rank and a date of birth imply. */
function named(
  insured: Insured,
  { rank, birthDate }: EligibilityAsked['patient'],
): CareSheet['patient'] | undefined {
  if (rank === 0) {
    return birthDate === insured.birthDate ? { relationship: 'self', rank, birthDate } : undefined;
  }
  const found = insured.dependants.find(
    (dependant) => dependant.rank === rank && dependant.birthDate === birthDate,
  );
  return found && { relationship: found.relationship, rank, birthDate };
}

function isOwn(
  { insured, reference, funds }: FamilyWorld,
  { date, fundId }: EligibilityAsked,
): boolean {
  const fund = [...funds].find(([, id]) => id === fundId)?.[0];
  if (insured === undefined || fund === undefined) return false;
  return isPaidBy(insured, { fund, date, reference });
}
