import { inTransaction, type Queryable } from '#db/client.ts';
import { readFeed } from '#db/reads/adjudication-feed.ts';
import { findCareSheet } from '#db/reads/care-sheet.ts';
import { listCareSheets } from '#db/reads/care-sheet-list.ts';
import { readAs } from '#db/reads/read-as.ts';
import { readHistories } from '#db/repositories/history-repository.ts';
import { findIdempotencyKey } from '#db/repositories/intake-repository.ts';
import type { Context } from '#src/context.ts';
import { sheetNumber } from '../world/sheet-stock.ts';
import { countBuffers } from './count-buffers.ts';

/** Ids of sheets of one fund, spread over all of the table, with what else they are found by. */
interface Sample {
  readonly id: number;
  readonly fundId: number;
  readonly submitterId: number;
  readonly insuredId: number;
  readonly xid: string;
}

const SAMPLES = 50;

/** Pages of 8 kB that each query of the product touches, as the mean over a sample of sheets. */
export async function queryBuffers(
  context: Context,
  { sheets }: { readonly sheets: number },
): Promise<Readonly<Record<string, number>>> {
  const samples = await sampleSheets(context);
  const { database } = context;
  const asFund = (sample: Sample, work: (tx: Queryable, of: Reader) => Promise<unknown>) =>
    readAs(database, sample.fundId, (tx) => counted(tx, (own) => work(own, readerOf(sample))));
  const asRole = (role: 'intake' | 'worker', work: (tx: Queryable) => Promise<unknown>) =>
    inTransaction(database.as(role), (tx) => counted(tx, work));
  const mean = async (measure: (sample: Sample, place: number) => Promise<number>) => {
    let sum = 0;
    for (const [place, sample] of samples.entries()) sum += await measure(sample, place);
    return sum / samples.length;
  };
  const after = (sample: Sample) => ({ epoch: 1, xid: sample.xid, id: 0 });
  return {
    'feed, page of 500': await mean((sample) =>
      asFund(sample, (tx, of) => readFeed(tx, of, { after: after(sample), limit: 500 })),
    ),
    'care sheet by id': await mean((sample) =>
      asFund(sample, (tx) => findCareSheet(tx, sample.id)),
    ),
    'list of the newest 50': await mean((sample) =>
      asFund(sample, (tx, of) => listCareSheets(tx, of, { filters: {}, limit: 50 })),
    ),
    'idempotency key': await mean(({ submitterId }, place) => {
      const key = sheetNumber(Math.floor((sheets * place) / SAMPLES));
      return asRole('intake', (tx) => findIdempotencyKey(tx, submitterId, key));
    }),
    'history of a family': await mean(({ insuredId }) =>
      asRole('worker', (tx) => readHistories(tx, [insuredId])),
    ),
  };
}

interface Reader {
  readonly organisationId: number;
  readonly side: 'fund';
}

function readerOf({ fundId }: Sample): Reader {
  return { organisationId: fundId, side: 'fund' };
}

async function counted(tx: Queryable, work: (tx: Queryable) => Promise<unknown>): Promise<number> {
  const counter = countBuffers(tx);
  await work(counter.tx);
  return counter.taken();
}

async function sampleSheets({ database }: Context): Promise<Sample[]> {
  const { rows } = await database.as('auditor').query<Sample>(
    `SELECT h.sheet_id AS id, h.fund_id AS "fundId", h.submitter_id AS "submitterId",
       h.insured_id AS "insuredId", e.xid::text AS xid
     FROM family_history h JOIN events e
       ON (e.sheet_id, e.submitter_id, e.fund_id) = (h.sheet_id, h.submitter_id, h.fund_id)
     WHERE h.fund_id = (SELECT id FROM organisations WHERE code = 'CNSS')
     ORDER BY hashint8(h.id) LIMIT ${SAMPLES}`,
  );
  return rows;
}
