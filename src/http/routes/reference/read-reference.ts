import type { Queryable } from '#db/client.ts';
import { readAs } from '#db/reads/read-as.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { ROLES } from '#src/access/roles.ts';
import { casablancaDate } from '#src/clock.ts';
import type { Api } from '../../api.ts';
import type { Call } from '../../route.ts';

/** Acts, medicines, tariffs and rulesets are the same for everybody who may call at all. */
export const REFERENCE_ACCESS = { roles: ROLES, scope: 'reference' } as const;

export function readReference<T>(
  { api, caller }: Call<unknown, unknown>,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  return readAs(api.context.database, caller.organisationId, work);
}

export function todayOf({ context }: Api): CalendarDate {
  return casablancaDate(context.clock());
}
