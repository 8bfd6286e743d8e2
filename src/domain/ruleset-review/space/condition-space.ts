import { KINDS_OF_CARE, PAYMENT_MODES, RELATIONSHIPS } from '../../care-sheet/care-sheet.ts';
import type { ReferenceRows } from '../../coverage/reference.ts';
import type { LineCondition, RulesetDocument } from '../../coverage/ruleset.ts';
import type { Act } from '../../nomenclature/act.ts';
import type { Category } from '../../nomenclature/category.ts';
import type { Medicine } from '../../nomenclature/medicine.ts';
import type { Box } from './boxes.ts';
import {
  ageDimension,
  amountDimension,
  closedDimension,
  type Dimension,
  openDimension,
} from './dimension.ts';
import { illnessDimension } from './illness-dimension.ts';
import { itemDimension } from './item-dimension.ts';

/** All lines that the conditions of a ruleset can tell apart, each condition being a box of it. */
export interface ConditionSpace {
  readonly whole: Box;
  boxOf(when: LineCondition): Box;
  /** Everything of a category. */
  boxOfCategory(category: Category): Box;
  /** The lines on which an act can stand by its nomenclature, and by nothing else. */
  boxOfAct(act: Act): Box;
  boxOfMedicine(medicine: Medicine): Box;
  /** A condition for a box, as one would write it; wider where none can say it. */
  describe(box: Box): LineCondition;
}

export function conditionSpace(
  { schemes, coverage, exclusions }: RulesetDocument,
  reference: Pick<ReferenceRows, 'acts' | 'medicines'>,
  more: readonly LineCondition[] = [],
): ConditionSpace {
  const conditions = [...[...coverage, ...exclusions].map(({ when }) => when), ...more];
  const items = itemDimension(conditions, reference);
  const others: readonly Dimension[] = [
    closedDimension('schemes', schemes),
    closedDimension('settings', ['ambulatory', 'stay']),
    closedDimension('kindsOfCare', KINDS_OF_CARE),
    closedDimension('sectors', ['public', 'private']),
    openDimension('specialties', conditions),
    openDimension('providerKinds', conditions),
    closedDimension('payments', PAYMENT_MODES),
    closedDimension('relationships', RELATIONSHIPS),
    closedDimension('sexes', ['M', 'F']),
    illnessDimension(conditions),
    ageDimension(conditions),
    amountDimension(conditions),
  ];
  const dimensions = [items, ...others];
  const whole = dimensions.map(({ all }) => all);
  const boxOf = (when: LineCondition): Box => dimensions.map((each) => each.bitsOf(when));
  return {
    whole,
    boxOf,
    boxOfCategory: (category) => whole.with(0, items.ofCategory(category)),
    boxOfAct: (act) => boxOf(fitOf(act)).with(0, items.ofCode(act.code, act.category, null)),
    boxOfMedicine: ({ code, kind }) => whole.with(0, items.ofCode(code, 'medicine', kind)),
    describe: (box) =>
      Object.assign({}, ...dimensions.map((each, index) => each.describe(box[index] ?? each.all))),
  };
}

/** What the nomenclature asks of an act's patient, provider and setting. */
function fitOf({ settings, sectors, specialties, sex, minAge, maxAge }: Act): LineCondition {
  return {
    ...(settings && { settings }),
    ...(sectors && { sectors }),
    ...(specialties && { specialties }),
    ...(sex && { sexes: [sex] }),
    ...(minAge !== undefined && { minAge }),
    ...(maxAge !== undefined && { maxAge }),
  };
}
