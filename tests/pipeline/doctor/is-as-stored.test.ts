import { expect, it } from 'vitest';
import { adjudicate } from '#domain/adjudication/adjudicate.ts';
import { canonicalJson } from '#domain/adjudication/canonical-json.ts';
import { encodeEarlier } from '#domain/adjudication/content/earlier-content.ts';
import { encodeDecision } from '#domain/adjudication/content/encode-decision.ts';
import {
  encodeConsumptions,
  encodePastLines,
} from '#domain/adjudication/content/encode-history.ts';
import { isAsStored } from '#src/pipeline/doctor/is-as-stored.ts';
import { inOneList } from '#tests/domain/builders/in-one-list.ts';
import { input } from '#tests/domain/builders/input-builder.ts';

const decision = adjudicate(input());
const { history, consumptions } = decision;
const found = { sheetId: 1, revision: 1, sheet: input().sheet, insuredId: 1 };
const place = { ...found, recordRevision: 1, historyPosition: 0 };
const now = {
  ...place,
  content: encodeDecision(decision),
  lines: encodePastLines(history),
  consumptions: encodeConsumptions(consumptions),
};
const earlier = {
  ...place,
  content: encodeEarlier(decision),
  lines: canonicalJson(history),
  consumptions: canonicalJson(consumptions),
};

it.each([
  ['now', now],
  ['as one list', { ...now, content: inOneList(decision) }],
  ['earlier', earlier],
])('knows what was stored %s, and each byte that is another', (_form, stored) => {
  expect(isAsStored(decision, stored)).toBe(true);
  for (const column of ['content', 'lines'] as const) {
    const spoilt = stored[column].replaceAll('7200', '7201');
    expect(isAsStored(decision, { ...stored, [column]: spoilt })).toBe(false);
  }
  expect(isAsStored(decision, { ...stored, consumptions: '[{"amount":1}]' })).toBe(false);
  expect(isAsStored(decision, { ...stored, lines: null, consumptions: null })).toBe(false);
});
