import { type BulkColumn, bulkInsert, bulkStatement, column } from '../bulk-insert.ts';
import type { Queryable } from '../client.ts';
import type { Statement } from '../statement.ts';

export type EventKind = 'decided' | 'pended' | 'cancelled' | 'settled' | 'quarantined' | 'requeued';

/** Something that happened to a care sheet, for the feeds of both organisations. */
export interface NewEvent {
  readonly submitterId: number;
  readonly fundId: number;
  readonly epoch: number;
  readonly sheetId: number;
  readonly revision: number;
  readonly kind: EventKind;
  readonly at: Date;
}

export async function insertEvents(tx: Queryable, events: readonly NewEvent[]): Promise<void> {
  await bulkInsert(tx, 'events', events, EVENT);
}

/** The same, to be sent with others; there must be events. */
export function eventStatement(events: readonly NewEvent[]): Statement {
  return bulkStatement('events', events, EVENT);
}

const EVENT: readonly BulkColumn<NewEvent>[] = [
  column('submitter_id', 'bigint', ({ submitterId }) => submitterId),
  column('fund_id', 'bigint', ({ fundId }) => fundId),
  column('epoch', 'integer', ({ epoch }) => epoch),
  column('sheet_id', 'bigint', ({ sheetId }) => sheetId),
  column('revision', 'integer', ({ revision }) => revision),
  column('kind', 'text', ({ kind }) => kind),
  column('at', 'timestamptz', ({ at }) => at),
];
