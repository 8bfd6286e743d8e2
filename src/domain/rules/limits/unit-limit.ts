import type { UnitLimit } from '#domain/coverage/ruleset.ts';
import { Citation, COUNT, citing } from '#domain/decision/citation.ts';
import type { LineSoFar } from '#domain/decision/line-work.ts';
import { TO_DISALLOWED } from '#domain/decision/move.ts';
import type { Allowance, LimitRule, Usage } from '#domain/decision/rule.ts';

const NONE: readonly Allowance[] = [];

/**
 * A patient has so many units of an act or a category in a period. Units of all lines that match
 * the row count together; what is left of them is allowed.
 */
export const unitLimit: LimitRule = {
  code: 'limits/unit-limit',
  title: 'Units allowed in a period',
  reference: 'Unit limits of the ruleset, each row with its source',
  limit(line, usage) {
    if (line.subject === undefined || line.terms === undefined) return NONE;
    const rows = line.terms.unitLimits.every(line.subject);
    if (rows.length === 0) return NONE;
    let units = line.units;
    const allowances: Allowance[] = [];
    for (const row of rows) {
      const allowance = allow(line, row, { units, usage });
      units = allowance.units;
      allowances.push(allowance);
    }
    return allowances;
  },
};

function allow(
  line: LineSoFar,
  row: UnitLimit,
  { units, usage }: { units: number; usage: Usage },
): Allowance {
  const used = usage.unitsBefore(line, row);
  const allowed = Math.min(units, Math.max(0, row.maxUnits - used));
  const given = {
    units: allowed,
    countsUnder: row.code,
    cited: cite(row),
    figures: [allowed, units, used],
  };
  if (allowed === units) return { ...given, reason: null };
  const facts = {
    row: row.code,
    maxUnits: String(row.maxUnits),
    used: String(used),
    declared: String(units),
    allowed: String(allowed),
  };
  return { ...given, reason: { code: 'unit-limit', facts } };
}

const cite = citing(
  ({ code, source, maxUnits }: UnitLimit) =>
    new Citation({
      ...{ rule: unitLimit.code, row: code, source },
      looked: {
        allowed: COUNT,
        declared: COUNT,
        maxUnits: String(maxUnits),
        row: code,
        used: COUNT,
      },
      moves: [TO_DISALLOWED],
    }),
);
