import { isWithin } from '#domain/calendar/arithmetic.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import type { Provider } from '#domain/care-sheet/parties.ts';
import { deny, NO_FINDINGS } from '#domain/decision/finding.ts';
import type { SheetRule } from '#domain/decision/rule.ts';

/** Who executes and bills has an INPE that is known, and active on the day of care. */
export const providerActive: SheetRule = {
  code: 'form/provider-active',
  title: 'The provider is known and active',
  reference: 'Law 65-00, art. 59: national provider identifier (INPE), kept by ANAM',
  check({ provider, sheet, decidedOn }) {
    const inpe = sheet.provider;
    if (provider === undefined) return [deny('provider-unknown', { inpe })];
    for (const date of decidedOn) {
      if (!isActive(provider, date)) return [deny('provider-inactive', { inpe, date })];
    }
    return NO_FINDINGS;
  },
};

function isActive({ active }: Provider, date: CalendarDate): boolean {
  for (const { from, to } of active) if (isWithin(date, from, to)) return true;
  return false;
}
