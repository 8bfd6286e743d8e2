import { listActs as readList } from '#db/reads/acts.ts';
import { presentAct } from '../../answers/present-act.ts';
import { decodeCodeCursor, encodeCursor } from '../../request/cursor.ts';
import { defineRoute } from '../../route.ts';
import { actListSchema, pageOnDate } from '../../schemas/nomenclature.ts';
import { REFERENCE_ACCESS, readReference, todayOf } from './read-reference.ts';

export const listActs = defineRoute({
  method: 'get',
  path: '/v1/acts',
  summary: 'Acts of the nomenclature on a date',
  access: REFERENCE_ACCESS,
  query: pageOnDate,
  answers: { 200: { description: 'One page, by code.', schema: actListSchema } },
  async handle(call) {
    const { search, limit, cursor } = call.query;
    const date = call.query.date ?? todayOf(call.api);
    const after = decodeCodeCursor(cursor);
    const acts = await readReference(call, (tx) =>
      readList(tx, { date, search, after, limit: limit + 1 }),
    );
    const last = acts.length > limit ? acts[limit - 1] : undefined;
    const items = acts.slice(0, limit).map(presentAct);
    return { status: 200, json: { items, next: last ? encodeCursor(last.code) : null } };
  },
});
