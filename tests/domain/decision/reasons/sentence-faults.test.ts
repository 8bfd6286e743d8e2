import { expect, it } from 'vitest';
import { sentenceFaults } from '#domain/decision/reasons/sentence-faults.ts';

it.each<[string, string[]]>([
  ['Until {to}.', []],
  ['Since {from}[ until {to}].', []],
  ['Of {amount}.', ['unknown-fact']],
  ['Until {to.', ['sentence-marks']],
  ['Until to}.', ['sentence-marks']],
  ['Until {}.', ['sentence-marks']],
  ['Until {t o}.', ['sentence-marks']],
  ['Since [from.', ['sentence-marks']],
  ['Since [a [b] c].', ['sentence-marks']],
  ['Since [{from] x}.', ['sentence-marks']],
  ['{{to}}.', ['sentence-marks']],
  ['[{amount] x.', ['sentence-marks']],
  ['{amount} {to', ['sentence-marks', 'unknown-fact']],
  ['', ['not-a-sentence']],
  [' Until.', ['not-a-sentence']],
  ['Two\nlines.', ['not-a-sentence']],
  ['Turned \u202e round.', ['not-a-sentence']],
  ['x'.repeat(501), ['not-a-sentence']],
])('of %j are %j', (text, faults) => {
  expect(sentenceFaults(text, ['from', 'to'])).toEqual(faults);
});
