import { isWithin } from '#domain/calendar/arithmetic.ts';
import type { Entitlement } from '#domain/care-sheet/parties.ts';
import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Rights are open or maintained on the date, first and last day included; not suspended. */
export const rightsOpen: LineRule = {
  code: 'entitlement/rights-open',
  title: 'Rights are open on the date of care',
  reference: 'Law 65-00, opening, maintenance and suspension of rights; cnss.ma',
  check({ decidedOn }, { insured }) {
    let open = false;
    let suspended: Entitlement | undefined;
    for (const entitlement of insured.entitlements) {
      if (!isWithin(decidedOn, entitlement.from, entitlement.to)) continue;
      if (entitlement.status !== 'suspended') open = true;
      else if (suspended === undefined || entitlement.from > suspended.from) {
        suspended = entitlement;
      }
    }
    if (suspended !== undefined) {
      const { from, to } = suspended;
      return deny('rights-suspended', { date: decidedOn, from, to: to ?? '' });
    }
    return open ? null : deny('rights-not-open', { date: decidedOn });
  },
};
