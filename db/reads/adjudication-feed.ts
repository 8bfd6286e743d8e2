import type { Queryable } from '../client.ts';
import { ofReader, type Reader } from './read-as.ts';

/** A place in the feed: everything up to it was seen. */
export interface FeedPosition {
  readonly epoch: number;
  /** A transaction id; it may pass 2^53, so it stays text. */
  readonly xid: string;
  readonly id: number;
}

export interface FeedEvent extends FeedPosition {
  readonly kind: string;
  readonly at: Date;
  readonly sheetId: number;
  readonly number: string;
  readonly revision: number;
  readonly outcome: string | null;
  readonly scheme: string | null;
  readonly submitted: number | null;
  readonly benefit: number | null;
}

/** The epoch grows when the database is restored, since transaction ids then start anew. */
export async function currentEpoch(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ epoch: number }>('SELECT epoch FROM installation');
  return rows[0]?.epoch ?? 0;
}

/**
 * The events after a position, in the order of their transactions. Those of a transaction that
 * could still be overtaken by an older one are left for the next page: none is ever skipped.
 */
export async function readFeed(
  tx: Queryable,
  reader: Reader,
  { after, limit }: { readonly after: FeedPosition; readonly limit: number },
): Promise<FeedEvent[]> {
  const { rows } = await tx.query<FeedEvent>(
    // The page is cut first, along its index between two places, so that what comes after the
    // cursor costs nothing; what belongs to its events is looked up by key.
    `WITH page AS MATERIALIZED (
       SELECT * FROM events
       WHERE ${ofReader(reader.side, 1)}
         AND (epoch, xid, id) > ($2::int, $3::xid8, $4::bigint)
         AND (epoch, xid) < ((SELECT epoch FROM installation),
           pg_snapshot_xmin(pg_current_snapshot()))
       ORDER BY epoch, xid, id LIMIT $5)
     SELECT event.epoch, event.xid::text AS xid, event.id, event.kind, event.at,
       event.sheet_id AS "sheetId", sheet.number, event.revision, decision.outcome,
       decision.scheme, decision.submitted, decision.benefit
     FROM page AS event
     CROSS JOIN LATERAL (
       SELECT number FROM care_sheets WHERE (id, submitter_id, fund_id)
         = (event.sheet_id, event.submitter_id, event.fund_id) OFFSET 0) AS sheet
     LEFT JOIN LATERAL (
       SELECT outcome, scheme, submitted, benefit FROM decisions
       WHERE (sheet_id, revision, submitter_id, fund_id)
         = (event.sheet_id, event.revision, event.submitter_id, event.fund_id)
       OFFSET 0) AS decision ON true
     ORDER BY event.epoch, event.xid, event.id`,
    [reader.organisationId, after.epoch, after.xid, after.id, limit],
  );
  return rows;
}
