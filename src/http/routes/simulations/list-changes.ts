import { z } from 'zod';
import { readAs } from '#db/reads/read-as.ts';
import { type ChangePlace, readChangesAfter } from '#db/reads/simulations.ts';
import { createIssue } from '#src/intake/issue.ts';
import { presentChange } from '../../answers/present-change.ts';
import { HttpError } from '../../problems/http-error.ts';
import { decodeChangeCursor, encodeChangeCursor } from '../../request/cursor.ts';
import { within } from '../../request/within.ts';
import { type Call, defineRoute } from '../../route.ts';
import { cursor, id, PAGE_LIMIT, streamLimit } from '../../schemas/paging.ts';
import { type ChangeItem, changesSchema } from '../../schemas/simulation-changes.ts';
import { findOwnSimulation, SIMULATION_ACCESS } from './find-own-simulation.ts';

const START: ChangePlace = { shard: 0, place: -1 };

export const listChanges = defineRoute({
  method: 'get',
  path: '/v1/simulations/{id}/changes',
  summary: 'The care sheets that change, with the difference of each line; all families in turn',
  access: SIMULATION_ACCESS,
  params: z.strictObject({ id }),
  query: z.strictObject({ limit: streamLimit, cursor }),
  answers: {
    200: {
      description:
        'One page; none before the simulation is done. As application/x-ndjson an item a line, ' +
        'and `next` in a last line of its own: without that line the answer was cut off.',
      schema: changesSchema,
      streamed: 'application/x-ndjson',
    },
  },
  async handle(call) {
    const { api, caller, params, query, mediaType, language } = call;
    const { status } = await findOwnSimulation(api, caller, params.id);
    const after = query.cursor === undefined ? START : decodeChangeCursor(query.cursor);
    const part = { id: params.id, after, limit: status === 'done' ? query.limit : 0 };
    if (mediaType === 'application/x-ndjson') return { status: 200, lines: inPages(call, part) };
    if (query.limit > PAGE_LIMIT) {
      const { pointer, ...issue } = createIssue('not-a-page-size', { pointer: '', language });
      throw new HttpError('query-invalid', { errors: [{ parameter: 'limit', ...issue }] });
    }
    const { items, next } = await readPage(call, part);
    return { status: 200, json: { items, next: next && encodeChangeCursor(next) } };
  },
});

type Asker = Pick<Call<unknown, unknown>, 'api' | 'caller'>;

interface Part {
  readonly id: number;
  readonly after: ChangePlace;
  readonly limit: number;
}

/** Each page is a short transaction of its own, asked for as fast as the caller reads. */
async function* inPages(asker: Asker, { id: of, after, limit }: Part): AsyncGenerator<unknown[]> {
  let place = after;
  for (let left = limit; ; ) {
    const part = { id: of, after: place, limit: Math.min(left, PAGE_LIMIT) };
    const { items, next } = await within(asker.api.patience, readPage(asker, part));
    left -= items.length;
    if (next === null || left === 0) {
      yield [...items, { next: next && encodeChangeCursor(next) }];
      return;
    }
    place = next;
    yield items;
  }
}

async function readPage(
  { api, caller }: Asker,
  { id: of, after, limit }: Part,
): Promise<{ items: ChangeItem[]; next: ChangePlace | null }> {
  if (limit === 0) return { items: [], next: null };
  const found = await readAs(api.context.database, caller.organisationId, (tx) =>
    readChangesAfter(tx, of, { after, limit: limit + 1 }),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? { shard: last.shard, place: last.place } : null;
  return { items: page.map(({ change }) => presentChange(change)), next };
}
