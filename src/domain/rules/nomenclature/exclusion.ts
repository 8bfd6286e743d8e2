import { deny } from '#domain/decision/finding.ts';
import type { LineRule } from '#domain/decision/rule.ts';

/** What a ruleset excludes is refused, though it is in the nomenclature. */
export const exclusion: LineRule = {
  code: 'nomenclature/exclusion',
  title: 'The care is not excluded',
  reference: 'Exclusions of the ruleset, each row with its source',
  check({ subject, terms, code }) {
    if (subject === undefined) return null;
    const row = terms?.exclusions.first(subject);
    return row === undefined ? null : deny('excluded', { code, row: row.code }, row);
  },
};
