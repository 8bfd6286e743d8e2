import type { ReferenceRows } from '../coverage/reference.ts';
import type { RulesetDocument } from '../coverage/ruleset.ts';
import type { Act, Sector } from '../nomenclature/act.ts';
import type { Tariff } from '../nomenclature/tariff.ts';
import { createReviewIssue } from './create-review-issue.ts';
import { isInForceDuring } from './in-force-during.ts';
import type { RulesetIssue } from './ruleset-issue.ts';
import { type Box, intersect, isEmpty, subtractAll } from './space/boxes.ts';
import type { ConditionSpace } from './space/condition-space.ts';

/**
 * Key letters and packages of covered acts that the grid has no tariff for: their sheets would be
 * held. Where a row names such an act it is an error; in a whole category it is a warning, since
 * some values are known to nobody.
 */
export function findMissingTariffs(
  document: RulesetDocument,
  space: ConditionSpace,
  { acts, tariffs, management }: ReferenceRows,
): readonly RulesetIssue[] {
  const funds = new Set(
    management.filter(({ scheme }) => document.schemes.includes(scheme)).map(({ fund }) => fund),
  );
  const priced = new Set(
    tariffs
      .filter((tariff) => isApplied(tariff, document, funds))
      .map(({ item, sector }) =>
        'act' in item
          ? keyOf('act', item.act, sector)
          : keyOf('key-letter', item.keyLetter, sector),
      ),
  );
  if (priced.size === 0) return [];
  const missing = new Map<string, Missing>();
  for (const act of paidActs(acts, document)) {
    for (const sector of act.sectors ?? (['public', 'private'] as const)) {
      const { pricing, code } = act;
      const item = pricing.kind === 'package' ? code : pricing.keyLetter;
      const key = keyOf(pricing.kind === 'package' ? 'act' : 'key-letter', item, sector);
      if (priced.has(key) || !isCovered(act, sector, { document, space })) continue;
      const entry = missing.get(key) ?? { item, sector, acts: [] };
      missing.set(key, entry);
      if (!entry.acts.includes(code)) entry.acts.push(code);
    }
  }
  return [...missing.values()].map((each) => issueOf(each, document));
}

interface Missing {
  readonly item: string;
  readonly sector: Sector;
  readonly acts: string[];
}

function keyOf(kind: 'act' | 'key-letter', item: string, sector: Sector): string {
  return `${kind}|${item}|${sector}`;
}

function isApplied(
  { grid, status, fund, validFrom, validTo }: Tariff,
  document: RulesetDocument,
  funds: ReadonlySet<string>,
): boolean {
  if (grid !== document.tariffGrid || status !== 'in-force') return false;
  return (fund === null || funds.has(fund)) && isInForceDuring({ validFrom, validTo }, document);
}

function paidActs(acts: readonly Act[], document: RulesetDocument): readonly Act[] {
  return acts.filter((act) => act.reimbursable && isInForceDuring(act, document));
}

/** Whether some line with the act in the sector would be paid. */
function isCovered(
  act: Act,
  sector: Sector,
  { document, space }: { readonly document: RulesetDocument; readonly space: ConditionSpace },
): boolean {
  const lines: Box = intersect(space.boxOfAct(act), space.boxOf({ sectors: [sector] }));
  const left = subtractAll(
    [lines],
    document.exclusions.map(({ when }) => space.boxOf(when)),
  );
  const paid = (left ?? [lines]).flatMap((box) =>
    document.coverage.map(({ when }) => intersect(box, space.boxOf(when))),
  );
  return paid.some((box) => !isEmpty(box));
}

function issueOf({ item, sector, acts }: Missing, { coverage, tariffGrid }: RulesetDocument) {
  const facts = { grid: tariffGrid, item, sector, acts: shortened(acts) };
  for (const [row, { when }] of coverage.entries()) {
    const act = (when.acts ?? []).findIndex((code) => acts.includes(code));
    if (act === -1 || when.sectors?.includes(sector) === false) continue;
    return createReviewIssue('tariff-missing', {
      pointer: `/coverage/${row}/when/acts/${act}`,
      facts,
    });
  }
  return createReviewIssue('tariff-missing', {
    pointer: '/tariffGrid',
    severity: 'warning',
    facts,
  });
}

const MOST_NAMED = 5;

function shortened(acts: readonly string[]): string {
  const named = acts.slice(0, MOST_NAMED).join(', ');
  return acts.length > MOST_NAMED ? `${named}, ... (${acts.length})` : named;
}
