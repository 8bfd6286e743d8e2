import { HttpError } from '../problems/http-error.ts';

/**
 * The content hashes of an If-Match header (RFC 9110). "*" is as good as none: who changes a
 * version has read it. A weak tag never matches.
 */
export function readIfMatch(header: string | undefined): readonly string[] {
  if (header === undefined || header.trim() === '' || header.trim() === '*') {
    throw new HttpError('if-match-missing');
  }
  const tags = header.slice(0, LONGEST).split(',');
  return tags.flatMap((tag) => /^\s*"([0-9a-f]{64})"\s*$/.exec(tag)?.[1] ?? []);
}

const LONGEST = 2_000;
