import type { ReasonVersion } from '#db/repositories/reason-repository.ts';
import { REASON_RULES } from '#domain/adjudication/reason-sources.ts';
import { REASON_CODES, type ReasonCode } from '#domain/decision/reason-codes.ts';
import { REASON_FACTS } from '#domain/decision/reasons/reason-facts.ts';
import type { ReasonWording } from '#src/intake/parse-reason-wording.ts';
import { type ReasonRecord, shippedWording } from '#src/pipeline/reasons/reason-record.ts';
import type { ReasonEntry, ReasonListAnswer } from '../schemas/reason-catalogue.ts';

/** A reason as it is told now, with the version that says so. */
export function presentCatalogueReason(
  code: ReasonCode,
  inForce: ReasonVersion | undefined,
): ReasonListAnswer['items'][number] {
  return {
    code,
    family: REASON_CODES[code],
    facts: [...REASON_FACTS[code]],
    rules: [...REASON_RULES[code]],
    ...(inForce === undefined ? shippedWording(code) : wordingOf(inForce)),
    version: inForce?.version ?? 0,
    inForceSince: inForce?.approvedAt?.toISOString() ?? null,
  };
}

/** The same with its versions, where the caller may see who proposes what. */
export function presentReasonEntry(
  { code, versions, latestHash }: ReasonRecord,
  { withVersions }: { withVersions: boolean },
): ReasonEntry {
  const inForce = versions.findLast(({ status }) => status === 'approved');
  return {
    ...presentCatalogueReason(code, inForce),
    contentHash: latestHash,
    proposed: versions.at(-1)?.status === 'proposed',
    versions: withVersions ? versions.map(presentVersion) : [],
  };
}

function presentVersion(version: ReasonVersion): ReasonEntry['versions'][number] {
  const { code: _code, wording: _wording, proposedAt, approvedAt, ...rest } = version;
  return {
    ...rest,
    proposedAt: proposedAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
    wording: wordingOf(version),
  };
}

function wordingOf({ wording }: ReasonVersion): ReasonWording {
  return JSON.parse(wording) as ReasonWording;
}
