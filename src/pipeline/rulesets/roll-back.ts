import { inTransaction } from '#db/client.ts';
import type { RulesetPlace } from '#db/record/ruleset-steps.ts';
import { lockRuleset } from '#db/record/ruleset-versions.ts';
import type { CalendarDate } from '#domain/calendar/calendar-date.ts';
import { casablancaDate } from '#src/clock.ts';
import type { Context } from '#src/context.ts';
import { AppError } from '#src/errors.ts';
import { assertAhead } from './assert-ahead.ts';
import { contentOf } from './content-of.ts';
import { insertVersion, onceByKey } from './create-draft.ts';
import { submitSound } from './submit-version.ts';

export interface RollBackRequest {
  readonly code: string;
  /** The client id of the credential. */
  readonly actor: string;
  /** The version whose content comes back. */
  readonly to: number;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  /** Of the caller, who may ask again with it and then gets the same version. */
  readonly key?: string | undefined;
}

/**
 * Submits a new version with the content of one that was published before and new dates. Nothing
 * is undone behind anybody's back: somebody else approves and publishes it as any other.
 */
export async function rollBack(
  context: Pick<Context, 'database' | 'clock'>,
  request: RollBackRequest,
): Promise<RulesetPlace> {
  const { code, actor, to, effectiveFrom, effectiveTo, key } = request;
  const today = casablancaDate(context.clock());
  const asked = { code, to, effectiveFrom, effectiveTo };
  return inTransaction(context.database.as('rules'), (tx) =>
    onceByKey(tx, { actor, key, asked }, async (known) => {
      const earlier = await lockRuleset(tx, { code, version: to });
      if (earlier === undefined) throw new AppError('not-found', 'There is no such version.');
      if (earlier.status !== 'published') {
        throw new AppError('version-not-published', 'Only what was published can come back.');
      }
      assertAhead({ validFrom: effectiveFrom, validTo: effectiveTo }, today);
      const dates = { effectiveFrom, effectiveTo };
      const content = contentOf({ ...JSON.parse(earlier.document), ...dates });
      const place = await insertVersion(tx, { code, actor, content, request: known });
      await submitSound(tx, { ...place, ...content }, actor);
      return place;
    }),
  );
}
