import type { CompiledCoverageRow } from '#domain/coverage/compiled-ruleset.ts';
import { AMOUNT, Citation, citing } from '#domain/decision/citation.ts';
import { TO_BENEFIT, TO_COPAY } from '#domain/decision/move.ts';
import type { AmountRule } from '#domain/decision/rule.ts';
import { applyRate, formatRate, type Rate } from '#domain/money/rate.ts';

/** The fund pays the rate of the first row that matches; the rest of eligible is the copay. */
export const coverageRate: AmountRule = {
  code: 'cost-sharing/coverage-rate',
  title: 'Coverage rate',
  reference: 'Decrees 2-05-736 and 2-05-737; coverage table of the ruleset',
  apply({ coverage, eligible }) {
    const benefit = applyRate(eligible, coverage?.rate ?? 0);
    const cited = coverage === undefined ? NO_ROW : cite(coverage);
    return { cited, figures: [eligible, benefit, eligible - benefit], reason: null };
  },
};

const cite = citing((row: CompiledCoverageRow) => citationOf(row.rate, row));
const NO_ROW = citationOf(0);

function citationOf(rate: Rate, row?: CompiledCoverageRow): Citation {
  return new Citation({
    rule: coverageRate.code,
    row: row?.code ?? null,
    source: row?.source ?? null,
    looked: { eligible: AMOUNT, rate: formatRate(rate) },
    moves: [TO_BENEFIT, TO_COPAY],
  });
}
