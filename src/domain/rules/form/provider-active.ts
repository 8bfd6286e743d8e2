import { isWithin } from '#domain/calendar/arithmetic.ts';
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
    const date = decidedOn.find(
      (day) => !provider.active.some(({ from, to }) => isWithin(day, from, to)),
    );
    return date === undefined ? NO_FINDINGS : [deny('provider-inactive', { inpe, date })];
  },
};
