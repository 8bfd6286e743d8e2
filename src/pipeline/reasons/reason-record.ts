import { createHash } from 'node:crypto';
import type { Queryable } from '#db/client.ts';
import { type ReasonVersion, readReasonVersions } from '#db/repositories/reason-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { shippedSource } from '#domain/adjudication/reason-sources.ts';
import type { ReasonCode } from '#domain/decision/reason-codes.ts';
import { REASON_CATALOGUE } from '#domain/decision/reasons/reason-catalogue.ts';
import type { ReasonWording } from '#src/intake/parse-reason-wording.ts';

/** A wording with its text and the hash by which callers name what they have read. */
export interface WordedReason {
  readonly wording: ReasonWording;
  readonly contentHash: string;
}

/** The wordings of one reason: as shipped, and whatever was proposed since. */
export interface ReasonRecord {
  readonly code: ReasonCode;
  readonly shipped: WordedReason;
  /** The newest last. */
  readonly versions: readonly ReasonVersion[];
  /** What a change must have read: the newest version, else what was shipped. */
  readonly latestHash: string;
}

export async function readReasonRecord(tx: Queryable, code: ReasonCode): Promise<ReasonRecord> {
  const versions = await readReasonVersions(tx, code);
  const shipped = worded(shippedWording(code));
  return {
    code,
    shipped,
    versions,
    latestHash: versions.at(-1)?.contentHash ?? shipped.contentHash,
  };
}

export function shippedWording(code: ReasonCode): ReasonWording {
  const { insured, provider, remedy } = REASON_CATALOGUE[code];
  return { insured, provider, remedy, legalSource: shippedSource(code) };
}

export function worded(wording: ReasonWording): WordedReason {
  return {
    wording,
    contentHash: createHash('sha256').update(canonicalJson(wording)).digest('hex'),
  };
}
