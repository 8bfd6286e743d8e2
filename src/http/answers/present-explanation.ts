import type { CareSheetRecord, DecisionRecord } from '#db/reads/care-sheet.ts';
import { type Balance, waterfall } from '#domain/adjudication/waterfall.ts';
import type { LineItem } from '#domain/care-sheet/care-sheet.ts';
import type { LineDecision } from '#domain/decision/decision.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';
import { tellStep } from '#domain/decision/tell-step.ts';
import { formatAmount } from '#domain/money/centimes.ts';
import { rulesetInForce } from '#domain/rules/entitlement/ruleset-in-force.ts';
import { toAmounts } from '../schemas/amounts.ts';
import { type BalanceAnswer, type Explanation, HEADINGS } from '../schemas/explanation.ts';
import type { TellReason } from '../tell-reasons.ts';
import { presentStep } from './present-step.ts';

interface Telling {
  readonly language: Language;
  readonly tell: TellReason;
}

/** Why a decision is what it is, in the language of the caller. */
export function presentExplanation(
  { id, sheet }: Pick<CareSheetRecord, 'id' | 'sheet'>,
  { content, revision, decidedAt }: DecisionRecord,
  { language, tell }: Telling,
): Explanation {
  const declared = new Map(sheet.lines.map((line) => [line.number, line]));
  const { outcome, scheme, fund, totals, reasons, lines } = content;
  return {
    ...{ id, number: sheet.number, revision, language, outcome, scheme, fund },
    decidedAt: decidedAt.toISOString(),
    totals: totals === null ? null : toAmounts(totals),
    reasons: reasons.map(tell),
    lines: lines.flatMap((line) => {
      const item = declared.get(line.number);
      return item === undefined ? [] : [explainLine(line, item, { language, tell })];
    }),
  };
}

function explainLine(
  line: LineDecision,
  { code, date, quantity, unitPrice }: LineItem,
  { language, tell }: Telling,
): Explanation['lines'][number] {
  const { number, outcome, unitsAllowed, tariff, amounts, reasons } = line;
  const { start, levels } = waterfall(line, quantity * unitPrice);
  return {
    ...{ number, code, date, outcome, unitsAllowed },
    ruleset: presentRuleset(line),
    tariff: tariff === null ? null : formatAmount(tariff),
    amounts: amounts === null ? null : toAmounts(amounts),
    reasons: reasons.map(tell),
    start: presentBalance(start),
    steps: levels.map(({ step, balance }) => ({
      ...presentStep(step, line, language),
      balance: presentBalance(balance),
    })),
  };
}

/** Its dates are those that the first step cites. */
function presentRuleset({ ruleset, steps }: LineDecision): Explanation['lines'][number]['ruleset'] {
  const cited = steps
    .map(tellStep)
    .find(({ rule, row }) => rule === rulesetInForce.code && row === ruleset);
  if (ruleset === null || cited === undefined) return null;
  const { from = '', to = '' } = cited.looked;
  return { id: ruleset, from, to: to === '' ? null : to };
}

function presentBalance(balance: Balance): BalanceAnswer {
  const amounts = HEADINGS.map((heading) => [heading, formatAmount(balance[heading])] as const);
  return Object.fromEntries(amounts) as BalanceAnswer;
}
