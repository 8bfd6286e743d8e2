import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import { createReviewIssue } from './create-review-issue.ts';
import { conditionsOf, type RowCondition } from './ruleset-conditions.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { similarCode } from './similar-code.ts';

/** Schemes, acts and grids that are not on record. */
export function findUnknownCodes(
  document: RulesetDocument,
  { acts, medicines, tariffs, management }: ReferenceRows,
): readonly RulesetIssue[] {
  const care = new Set([...acts, ...medicines].map(({ code }) => code));
  const grids = new Set(
    tariffs.filter(({ status }) => status === 'in-force').map(({ grid }) => grid),
  );
  const { tariffGrid } = document;
  return [
    ...unknownSchemes(document, new Set(management.map(({ scheme }) => scheme))),
    ...(grids.has(tariffGrid)
      ? []
      : [
          createReviewIssue('unknown-grid', {
            pointer: '/tariffGrid',
            facts: { grid: tariffGrid, known: listOf(grids) },
          }),
        ]),
    ...conditionsOf(document).flatMap((row) => [
      ...foreignSchemes(row, document.schemes),
      ...unknownActs(row, care),
    ]),
  ];
}

export function listOf(codes: Iterable<string>): string {
  return [...codes].sort().join(', ');
}

function unknownSchemes(
  { schemes }: RulesetDocument,
  managed: ReadonlySet<string>,
): readonly RulesetIssue[] {
  return schemes.flatMap((scheme, index) => {
    if (managed.has(scheme)) return [];
    const facts = { scheme, known: listOf(managed) };
    return [createReviewIssue('unknown-scheme', { pointer: `/schemes/${index}`, facts })];
  });
}

function foreignSchemes(
  { pointer, when }: RowCondition,
  schemes: readonly string[],
): readonly RulesetIssue[] {
  return (when.schemes ?? []).flatMap((scheme, index) => {
    if (schemes.includes(scheme)) return [];
    const place = {
      pointer: `${pointer}/schemes/${index}`,
      facts: { scheme, known: listOf(schemes) },
    };
    return [createReviewIssue('scheme-not-of-ruleset', place)];
  });
}

function unknownActs({ pointer, when }: RowCondition, known: ReadonlySet<string>): RulesetIssue[] {
  return (when.acts ?? []).flatMap((act, index) => {
    if (known.has(act)) return [];
    const facts = { act, similar: similarCode(act, known) };
    return [createReviewIssue('unknown-act', { pointer: `${pointer}/acts/${index}`, facts })];
  });
}
