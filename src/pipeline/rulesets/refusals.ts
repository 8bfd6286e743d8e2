import type { PublicationRow } from '#db/record/reference-tables.ts';
import type { RulesetChange } from '#domain/ruleset-difference/ruleset-difference.ts';
import { AppError } from '#src/errors.ts';
import type { IssueCode, IssueFacts } from '#src/intake/issue.ts';
import type { DocumentReview } from './review-document.ts';

/** The content that was to be changed is not the content that is there. */
export class VersionChanged extends AppError {
  readonly contentHash: string;
  /** From what the caller had to what is there; undefined when nobody knows what the caller had. */
  readonly changes: readonly RulesetChange[] | undefined;

  constructor(contentHash: string, changes: readonly RulesetChange[] | undefined) {
    super('version-changed', 'Somebody changed this version since: read it again.');
    this.contentHash = contentHash;
    this.changes = changes;
  }
}

/** A draft that may be kept but not submitted: it has errors, or a golden case that fails. */
export class UnsoundRuleset extends AppError {
  readonly review: DocumentReview;

  constructor(review: DocumentReview) {
    super('input-invalid', 'Correct the errors and the failing cases of the ruleset first.');
    this.review = review;
  }
}

/** A field of a request that only the step can judge. */
export interface FieldFault {
  /** JSON Pointer of the body. */
  readonly pointer: string;
  readonly code: IssueCode;
  readonly facts?: IssueFacts;
}

export class FieldsRefused extends AppError {
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    super('input-invalid', 'Correct what `errors` names.');
    this.faults = faults;
  }
}

/** Another version is scheduled to begin on the days that were asked for. */
export class ScheduleTaken extends AppError {
  readonly taken: readonly PublicationRow[];

  constructor(taken: readonly PublicationRow[]) {
    const rows = taken.map(
      ({ scheme, code, version, validFrom }) =>
        `${code}@${version} is scheduled for ${scheme} from ${validFrom}`,
    );
    super('schedule-taken', `${rows.join('; ')}: withdraw it first, or choose other days.`);
    this.taken = taken;
  }
}
