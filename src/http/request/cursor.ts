import type { FeedPosition } from '#db/reads/adjudication-feed.ts';
import type { ChangePlace } from '#db/reads/simulations.ts';
import { HttpError } from '../problems/http-error.ts';

/** Cursors are opaque to callers: text in base64url. A wrong one is refused with 400. */
export function encodeCursor(position: string | number): string {
  return Buffer.from(`v1:${position}`).toString('base64url');
}

function decodeCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('v1:') || encodeCursor(text.slice(3)) !== cursor) {
    throw new HttpError('cursor-invalid');
  }
  return text.slice(3);
}

/** The cursor of a list that goes down by id or number. */
export function decodeNumberCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const text = decodeCursor(cursor);
  if (!/^[1-9][0-9]{0,14}$/.test(text)) throw new HttpError('cursor-invalid');
  return Number(text);
}

/** The cursor of a list that goes up by code; the first page starts after ''. */
export function decodeCodeCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const text = decodeCursor(cursor);
  if (!/^[A-Za-z0-9.-]{1,40}$/.test(text)) throw new HttpError('cursor-invalid');
  return text;
}

/** A feed's cursor also says in which epoch it was given: in another one it may mislead. */
export function encodeFeedCursor(epoch: number, { epoch: of, xid, id }: FeedPosition): string {
  return encodeCursor(`${epoch}.${of}.${xid}.${id}`);
}

export function decodeFeedCursor(cursor: string): { epoch: number; position: FeedPosition } {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,19})\.(\d{1,15})$/.exec(decodeCursor(cursor));
  if (match === null) throw new HttpError('cursor-invalid');
  const [, epoch, of, xid = '0', id] = match;
  return { epoch: Number(epoch), position: { epoch: Number(of), xid, id: Number(id) } };
}

export function encodeChangeCursor({ shard, place }: ChangePlace): string {
  return encodeCursor(`${shard}.${place}`);
}

export function decodeChangeCursor(cursor: string): ChangePlace {
  const match = /^(\d{1,4})\.(\d{1,9})$/.exec(decodeCursor(cursor));
  if (match === null) throw new HttpError('cursor-invalid');
  return { shard: Number(match[1]), place: Number(match[2]) };
}
