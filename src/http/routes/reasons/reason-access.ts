import type { Caller, Role } from '#src/access/roles.ts';
import type { ReasonRecord } from '#src/pipeline/reasons/reason-record.ts';
import { presentReasonEntry } from '../../answers/present-reason-entry.ts';
import type { Answer } from '../../route.ts';

/** Who sees what is proposed, and by whom. */
const EDITORS: readonly Role[] = ['rules-author', 'rules-approver', 'auditor'];

/** A reason with the tag of its newest version, which a change has to name. */
export function answerReason(record: ReasonRecord, { roles }: Caller): Answer {
  const withVersions = roles.some((role) => EDITORS.includes(role));
  return {
    status: 200,
    json: presentReasonEntry(record, { withVersions }),
    headers: { ETag: `"${record.latestHash}"` },
  };
}
