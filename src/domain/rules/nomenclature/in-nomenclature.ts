import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** Only what a nomenclature or the medicine referential holds on the date is reimbursed. */
export const inNomenclature: LineRule = {
  code: 'nomenclature/in-nomenclature',
  title: 'The act or medicine is in the nomenclature',
  reference: 'NGAP (order 177-06 of 2006), NABM, referential of reimbursable medicines',
  concerns: () => false,
  check({ item, act, medicine, code, decidedOn }) {
    if (act !== undefined || medicine !== undefined) return null;
    const unknown = item.kind === 'medicine' ? 'medicine-unknown' : 'act-unknown';
    return deny(unknown, { code, date: decidedOn });
  },
};
