import { LANGUAGES } from '#domain/decision/reasons/reason-sentences.ts';
import type { ReasonEntry } from '#src/http/schemas/reason-catalogue.ts';
import type { ReasonWording } from '#src/intake/parse-reason-wording.ts';
import { table } from './output.ts';

/** A reason for people: its texts in force, then the proposal that waits. */
export function reasonEntryText(entry: ReasonEntry): string {
  const { code, family, facts, rules, version, inForceSince, contentHash, proposed } = entry;
  const since = inForceSince === null ? 'as shipped' : `since ${inForceSince}`;
  const newest = entry.versions.at(-1);
  return [
    `${code} (${family}), version ${version}, ${since}`,
    `facts: ${facts.map((fact) => `{${fact}}`).join(', ')}`,
    `rules: ${rules.join(', ') || 'none'}`,
    wordingText(entry),
    ...(proposed && newest !== undefined
      ? [
          `\nproposed: version ${newest.version}, by ${newest.author}, ${newest.proposedAt}`,
          wordingText(newest.wording),
        ]
      : []),
    `hash: ${contentHash}`,
  ].join('\n');
}

function wordingText(wording: ReasonWording): string {
  const rows = (['insured', 'provider', 'remedy'] as const).flatMap((part) =>
    LANGUAGES.map((language) => [part, language, wording[part][language]]),
  );
  return `${table(['for', 'in', 'text'], rows)}\nsource: ${wording.legalSource}`;
}
