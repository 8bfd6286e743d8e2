import { isWithin } from '#domain/calendar/arithmetic.ts';
import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Rights are open or maintained on the date, first and last day included; not suspended. */
export const rightsOpen: LineRule = {
  code: 'entitlement/rights-open',
  title: 'Rights are open on the date of care',
  reference: 'Law 65-00, opening, maintenance and suspension of rights; cnss.ma',
  check({ decidedOn }, { insured }) {
    let open = false;
    for (const { status, from, to } of insured.entitlements) {
      if (!isWithin(decidedOn, from, to)) continue;
      if (status === 'suspended') {
        return deny('rights-suspended', { date: decidedOn, from, to: to ?? '' });
      }
      open = true;
    }
    return open ? null : deny('rights-not-open', { date: decidedOn });
  },
};
