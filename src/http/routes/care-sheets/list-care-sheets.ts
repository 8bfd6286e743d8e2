import { type CareSheetHead, listCareSheets as readList } from '#db/reads/care-sheet-list.ts';
import { readAs } from '#db/reads/read-as.ts';
import { daysBetween } from '#domain/calendar/arithmetic.ts';
import type { DecisionContent } from '#domain/decision/decision.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { casablancaDate } from '#src/clock.ts';
import { careSheetLinks } from '../../answers/present-care-sheet.ts';
import { decodeNumberCursor, encodeCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import {
  type CareSheetHeadAnswer,
  careSheetFilters,
  careSheetListSchema,
} from '../../schemas/care-sheet-list.ts';
import type { TellReason } from '../../tell-reasons.ts';
import { readerOf, SHEET_READERS } from './find-visible-sheet.ts';

export const listCareSheets = defineRoute({
  method: 'get',
  path: '/v1/care-sheets',
  summary: 'Care sheets, the newest first',
  access: { roles: SHEET_READERS, scope: 'own-sheets' },
  query: careSheetFilters,
  answers: { 200: { description: 'One page.', schema: careSheetListSchema } },
  async handle({ api, caller, query, language }) {
    const { limit, cursor, ...wanted } = query;
    const filters = { ...wanted, before: decodeNumberCursor(cursor) };
    const heads = await readAs(api.context.database, caller.organisationId, (tx) =>
      readList(tx, readerOf(caller), { filters, limit: limit + 1 }),
    );
    const page = heads.slice(0, limit);
    const last = heads.length > limit ? page.at(-1) : undefined;
    const today = casablancaDate(api.context.clock());
    const tell = await api.reasonTeller(language);
    const items = page.map((head) => presentHead(head, { tell, today }));
    return { status: 200, json: { items, next: last ? encodeCursor(last.id) : null } };
  },
});

interface View {
  readonly tell: TellReason;
  readonly today: string;
}

function presentHead(head: CareSheetHead, view: View): CareSheetHeadAnswer {
  const { pending, batchNumber, ...columns } = head;
  return {
    ...columns,
    status: head.status as CareSheetHeadAnswer['status'],
    outcome: head.outcome as CareSheetHeadAnswer['outcome'],
    statusSince: head.statusSince.toISOString(),
    receivedAt: head.receivedAt.toISOString(),
    submitted: formatAmount(head.submitted),
    benefit: formatAmount(head.benefit),
    reasons: [...head.reasons],
    settlementBatch: batchNumber,
    pending: pending === null ? null : presentPending(pending, head.statusSince, view),
    links: careSheetLinks(head.id),
  };
}

/** For how long it waits, and the reasons that hold it; those of its other lines stay aside. */
function presentPending(decision: DecisionContent, since: Date, { tell, today }: View) {
  const held = decision.lines.filter(({ outcome }) => outcome === 'pended');
  const reasons = [...decision.reasons, ...held.flatMap((line) => line.reasons)];
  return {
    days: daysBetween(casablancaDate(since), today),
    reasons: reasons.map(tell),
  };
}
