import { readReasonsInForce } from '#db/repositories/reason-repository.ts';
import type { Reason } from '#domain/decision/reason.ts';
import type { Language, ReasonSentences } from '#domain/decision/reasons/reason-sentences.ts';
import type { Context } from '#src/context.ts';
import { type ReasonAnswer, toReason } from './schemas/reason.ts';
import { shareBriefly } from './share-briefly.ts';

/** Tells a reason to people, in one language and in the texts in force. */
export type TellReason = (reason: Reason) => ReasonAnswer;

/** Milliseconds for which texts are told as they were read: a change is seen within a second. */
const SHARED = 1_000;

/**
 * Gives each answer the texts that are in force when it is made. Where they cannot be read, those
 * that were read last serve, and before the first the shipped ones: a sentence never fails.
 */
export function createReasonTeller({
  database,
  logger,
}: Pick<Context, 'database' | 'logger'>): (language: Language) => Promise<TellReason> {
  let known: ReadonlyMap<string, ReasonSentences> = new Map();
  const refresh = shareBriefly(SHARED, async () => {
    try {
      const rows = await readReasonsInForce(database.as('reader'));
      known = new Map(
        rows.map(({ code, wording }) => [code, JSON.parse(wording) as ReasonSentences]),
      );
    } catch (error) {
      logger.warn({ err: error }, 'the texts of reasons could not be read');
    }
    return known;
  });
  return async (language) => {
    const texts = await refresh();
    return (reason) => toReason(reason, language, texts.get(reason.code));
  };
}
