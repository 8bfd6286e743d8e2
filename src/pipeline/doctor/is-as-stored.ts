import type { StoredDecision } from '#db/repositories/replay-repository.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { isEarlierHistory } from '#domain/adjudication/content/decode-history.ts';
import { encodeEarlier, inTwoLines } from '#domain/adjudication/content/earlier-content.ts';
import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import {
  encodeConsumptions,
  encodePastLines,
} from '#domain/adjudication/content/encode-history.ts';
import type { Decision } from '#domain/decision/decision.ts';

/** Whether a decision is, byte for byte, what was stored of it in the form of its time. */
export function isAsStored(decision: Decision, stored: StoredDecision): boolean {
  return isContentAsStored(decision, stored.content) && isHistoryAsStored(decision, stored);
}

function isContentAsStored(decision: Decision, content: string): boolean {
  if (content.startsWith('{')) return encodeEarlier(decision) === content;
  return encodeDecision(decision) === (content.startsWith('[2') ? inTwoLines(content) : content);
}

function isHistoryAsStored(
  { history, consumptions }: Decision,
  stored: Pick<StoredDecision, 'lines' | 'consumptions'>,
): boolean {
  if (stored.lines === null || stored.consumptions === null) {
    return history.length === 0 && consumptions.length === 0;
  }
  const asStored = (text: string, now: string, earlier: unknown) =>
    text === (isEarlierHistory(text) ? canonicalJson(earlier) : now);
  return (
    asStored(stored.lines, encodePastLines(history), history) &&
    asStored(stored.consumptions, encodeConsumptions(consumptions), consumptions)
  );
}
