import type { RulesetDocument } from '#domain/coverage/ruleset.ts';
import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

type Row = Record<string, unknown> & { when: Record<string, unknown> };

/** A ruleset while somebody writes it. */
export type Draft = Record<string, unknown> & {
  coverage: Row[];
  exclusions: Row[];
  caps: Row[];
  filingLimits: Row[];
  renewalIntervals: Row[];
  cases: Row[];
  schemes: string[];
};

/** A mistake in CNSS-2005, what its author is told, and what mends it. */
export interface BrokenRuleset {
  readonly title: string;
  readonly breakIt: (draft: Draft) => void;
  readonly pointer: string;
  readonly code: string;
  readonly message: Sentence;
  readonly mend: (draft: Draft) => void;
  /** Another ruleset that is on record. */
  readonly other?: Partial<RulesetDocument>;
}

const row = (draft: Draft, code: string) => draft.coverage.find((each) => each.code === code)!;
const source = 'règle de test [INF]';

export const BROKEN_RULESETS: readonly BrokenRuleset[] = [
  {
    title: 'an unknown category',
    breakIt: (draft) => (row(draft, 'MEDICINE').when = { categories: ['medicines'] }),
    pointer: '/coverage/5/when/categories/0',
    code: 'not-one-of',
    message: {
      fr:
        'Cette valeur n’est pas admise ; choisissez parmi : consultation, visit, specialist-act, ' +
        'surgery, imaging, biology, pathology, paramedical, dental-care, dental-prosthesis, ' +
        'orthodontics, medicine, optics, device, hospital-stay, dialysis, transport.',
      ar:
        'هذه القيمة غير مقبولة؛ اختاروا من بين: ⁨consultation, visit, specialist-act, ' +
        'surgery, imaging, biology, pathology, paramedical, dental-care, dental-prosthesis, ' +
        'orthodontics, medicine, optics, device, hospital-stay, dialysis, transport⁩.',
      en:
        'This value is not allowed; choose one of: consultation, visit, specialist-act, ' +
        'surgery, imaging, biology, pathology, paramedical, dental-care, dental-prosthesis, ' +
        'orthodontics, medicine, optics, device, hospital-stay, dialysis, transport.',
    },
    mend: (draft) => (row(draft, 'MEDICINE').when = { categories: ['medicine'] }),
  },
  {
    title: 'a row that another one shadows',
    breakIt: (draft) =>
      draft.coverage.push({
        code: 'SURGERY-CHILD',
        when: { categories: ['surgery'], maxAge: 12 },
        rate: '1.00',
        source,
      }),
    pointer: '/coverage/9',
    code: 'unreachable-row',
    message: {
      fr:
        'La ligne SURGERY-CHILD ne servira jamais : tous ses cas sont déjà pris par SURGERY. ' +
        'Placez-la plus haut, précisez l’autre condition, ou supprimez-la.',
      ar:
        'السطر ⁨SURGERY-CHILD⁩ لن يطبق أبدا: كل حالاته مأخوذة قبله من ⁨SURGERY⁩. ضعوه في مرتبة ' +
        'أعلى، أو دققوا الشرط الآخر، أو احذفوه.',
      en:
        'Row SURGERY-CHILD can never apply: all of its cases are taken by SURGERY already. Move ' +
        'it up, narrow the other condition, or delete it.',
    },
    mend: (draft) => draft.coverage.unshift(draft.coverage.pop()!),
  },
  {
    title: 'a row that two others shadow together',
    breakIt: (draft) =>
      draft.coverage.push({
        code: 'LONG-TERM-TNS',
        when: { illnesses: ['long-term'], schemes: ['TNS'] },
        rate: '0.95',
        source,
      }),
    pointer: '/coverage/9',
    code: 'unreachable-row',
    message: {
      fr:
        'La ligne LONG-TERM-TNS ne servira jamais : tous ses cas sont déjà pris par ' +
        'LONG-TERM-PUBLIC, LONG-TERM-PRIVATE. Placez-la plus haut, précisez l’autre condition, ' +
        'ou supprimez-la.',
      ar:
        'السطر ⁨LONG-TERM-TNS⁩ لن يطبق أبدا: كل حالاته مأخوذة قبله من ⁨' +
        'LONG-TERM-PUBLIC, LONG-TERM-PRIVATE⁩. ضعوه في مرتبة أعلى، أو دققوا الشرط ' +
        'الآخر، أو احذفوه.',
      en:
        'Row LONG-TERM-TNS can never apply: all of its cases are taken by ' +
        'LONG-TERM-PUBLIC, LONG-TERM-PRIVATE already. Move it up, narrow the other ' +
        'condition, or delete it.',
    },
    mend: (draft) => draft.coverage.pop(),
  },
  {
    title: 'a case that no row is for',
    breakIt: (draft) => {
      row(draft, 'SURGERY').when = { categories: ['surgery'], sectors: ['private'] };
    },
    pointer: '/coverage',
    code: 'uncovered-case',
    message: {
      fr:
        'Aucune ligne de couverture ne convient à {"categories":["surgery"],"settings":' +
        '["ambulatory"],"sectors":["public"],"illnesses":["none"]} : ces soins seraient refusés. ' +
        'Ajoutez une ligne avec cette condition et son taux, ou une exclusion avec sa source.',
      ar:
        'لا ينطبق أي سطر تغطية على ⁨{"categories":["surgery"],"settings":["ambulatory"],' +
        '"sectors":["public"],"illnesses":["none"]}⁩: سترفض هذه العلاجات. أضيفوا سطرا بهذا ' +
        'الشرط مع نسبته، أو استثناء مع مصدره.',
      en:
        'No coverage row fits {"categories":["surgery"],"settings":["ambulatory"],"sectors":' +
        '["public"],"illnesses":["none"]}: such care would be denied. Add a row with this ' +
        'condition and its rate, or an exclusion with its source.',
    },
    mend: (draft) => {
      const { when, ...rest } = row(draft, 'SURGERY');
      const sectors = ['public'];
      draft.coverage.push({ ...rest, code: 'SURGERY-PUBLIC', when: { ...when, sectors } });
    },
  },
  {
    title: 'days that no ruleset is for',
    other: { code: 'OTHER', effectiveFrom: '2020-01-01', effectiveTo: '2027-01-31' },
    breakIt: (draft) => (draft.effectiveFrom = '2027-03-01'),
    pointer: '/effectiveFrom',
    code: 'dates-gap',
    message: {
      fr:
        'Régime SALARIED, TNS, ACHAMIL : du 2027-02-01 au 2027-02-28, aucun référentiel ne ' +
        'serait en vigueur et les feuilles attendraient. Donnez la date 2027-02-01.',
      ar:
        'النظام ⁨SALARIED, TNS, ACHAMIL⁩: من ⁨2027-02-01⁩ إلى ⁨2027-02-28⁩ لن تكون أي قواعد ' +
        'سارية وستبقى الأوراق في الانتظار. ضعوا التاريخ ⁨2027-02-01⁩.',
      en:
        'Scheme SALARIED, TNS, ACHAMIL: from 2027-02-01 to 2027-02-28 no ruleset would be in ' +
        'force and sheets would wait. Give the date 2027-02-01.',
    },
    mend: (draft) => (draft.effectiveFrom = '2027-02-01'),
  },
  {
    title: 'days that another ruleset is for',
    other: { code: 'OTHER', schemes: ['TNS'], effectiveFrom: '2027-02-01', effectiveTo: null },
    breakIt: (draft) => (draft.effectiveFrom = '2026-01-01'),
    pointer: '/effectiveTo',
    code: 'dates-overlap',
    message: {
      fr:
        'Régime TNS : ces dates recouvrent OTHER@1, qui commence le 2027-02-01. Finissez au plus ' +
        'tard le 2027-01-31, ou retirez d’abord OTHER@1.',
      ar:
        'النظام ⁨TNS⁩: هذه التواريخ تغطي ⁨OTHER@1⁩ التي تبدأ في ⁨2027-02-01⁩. اجعلوا النهاية في ' +
        '⁨2027-01-31⁩ على الأكثر، أو اسحبوا ⁨OTHER@1⁩ أولا.',
      en:
        'Scheme TNS: these dates cover OTHER@1, which begins on 2027-02-01. End on 2027-01-31 at ' +
        'the latest, or withdraw OTHER@1 first.',
    },
    mend: (draft) => (draft.effectiveTo = '2027-01-31'),
  },
  {
    title: 'an end before the beginning',
    breakIt: (draft) => (draft.effectiveTo = '2006-08-31'),
    pointer: '/effectiveTo',
    code: 'ends-before-start',
    message: {
      fr: 'Le dernier jour précède le premier : donnez une fin à partir de effectiveFrom, ou null.',
      ar: 'اليوم الأخير يسبق اليوم الأول: ضعوا نهاية ابتداء من effectiveFrom، أو null.',
      en: 'The last day is before the first: give an end on or after effectiveFrom, or null.',
    },
    mend: (draft) => (draft.effectiveTo = '2036-08-31'),
  },
  {
    title: 'a rate above 100 %',
    breakIt: (draft) => (row(draft, 'DENTAL').rate = '70'),
    pointer: '/coverage/7/rate',
    code: 'rate-above-one',
    message: {
      fr: 'Ce taux dépasse 100 %. Un taux va de "0" à "1" : écrivez "0.90" pour 90 %.',
      ar: 'هذه النسبة تتجاوز 100 %. النسبة تكون بين "0" و"1": اكتبوا "0.90" لنسبة 90 %.',
      en: 'This rate is above 100 %. A rate goes from "0" to "1": write "0.90" for 90 %.',
    },
    mend: (draft) => (row(draft, 'DENTAL').rate = '0.70'),
  },
  {
    title: 'a row without a source',
    breakIt: (draft) => (draft.caps[0]!.source = ' '),
    pointer: '/caps/0/source',
    code: 'source-missing',
    message: {
      fr: "Dites d'où vient cette ligne : une loi et son article, une décision, une page publique.",
      ar: 'اذكروا مصدر هذا السطر: قانون ومادته، أو قرار، أو صفحة منشورة.',
      en: 'Say where this row comes from: a law and its article, a decision, a public page.',
    },
    mend: (draft) => (draft.caps[0]!.source = source),
  },
  {
    title: 'a covered act without a tariff',
    breakIt: (draft) =>
      draft.coverage.unshift({
        code: 'DIALYSIS',
        when: { acts: ['DIA001'], sectors: ['private'] },
        rate: '1.00',
        source,
      }),
    pointer: '/coverage/0/when/acts/0',
    code: 'tariff-missing',
    message: {
      fr:
        'La grille TNR n’a pas de tarif DIA001 (secteur private), nécessaire à DIA001 : ces ' +
        'feuilles attendraient. Importez ce tarif avec sa source.',
      ar:
        'شبكة ⁨TNR⁩ ليس فيها تعريفة ⁨DIA001⁩ (قطاع ⁨private⁩) اللازمة لـ ⁨DIA001⁩: ستبقى هذه ' +
        'الأوراق في الانتظار. استوردوا هذه التعريفة مع مصدرها.',
      en:
        'The grid TNR has no tariff DIA001 (sector private), which is needed for DIA001: such ' +
        'sheets would wait. Import this tariff with its source.',
    },
    mend: (draft) => (draft.coverage[0]!.when.acts = ['APP002']),
  },
  {
    title: 'an unknown act',
    breakIt: (draft) => (draft.exclusions[0]!.when.acts = ['D801', 'D802', 'D8O3']),
    pointer: '/exclusions/0/when/acts/2',
    code: 'unknown-act',
    message: {
      fr:
        'Le code D8O3 n’est ni un acte de la nomenclature ni un médicament du référentiel ; ' +
        'peut-être D803. Corrigez-le, ou importez-le d’abord.',
      ar:
        'الرمز ⁨D8O3⁩ ليس عملا في المصنف ولا دواء في الدليل؛ ربما ⁨D803⁩. صححوه، أو استوردوه ' +
        'أولا.',
      en:
        'The code D8O3 is neither an act of the nomenclature nor a medicine of the referential; ' +
        'perhaps D803. Correct it, or import it first.',
    },
    mend: (draft) => (draft.exclusions[0]!.when.acts = ['D801', 'D802', 'D803']),
  },
  {
    title: 'an unknown scheme',
    breakIt: (draft) => (draft.schemes[0] = 'SALARIES'),
    pointer: '/schemes/0',
    code: 'unknown-scheme',
    message: {
      fr:
        'Aucun organisme ne gère le régime SALARIES. Régimes connus : ACHAMIL, PUBLIC, SALARIED, ' +
        'STUDENT, TADAMON, TNS. Corrigez le code, ou importez d’abord la gestion du régime.',
      ar:
        'لا تدبر أي هيئة النظام ⁨SALARIES⁩. الأنظمة المعروفة: ⁨ACHAMIL, PUBLIC, SALARIED, ' +
        'STUDENT, TADAMON, TNS⁩. صححوا الرمز، أو استوردوا أولا تدبير النظام.',
      en:
        'No fund manages the scheme SALARIES. Known schemes: ACHAMIL, PUBLIC, SALARIED, ' +
        'STUDENT, TADAMON, TNS. Correct the code, or import the management of the scheme first.',
    },
    mend: (draft) => (draft.schemes[0] = 'SALARIED'),
  },
  {
    title: 'a row for a scheme of another ruleset',
    breakIt: (draft) => (draft.caps[0]!.when.schemes = ['SALARIED', 'PUBLIC']),
    pointer: '/caps/0/when/schemes/1',
    code: 'scheme-not-of-ruleset',
    message: {
      fr:
        'Le régime PUBLIC n’est pas parmi ceux du référentiel (ACHAMIL, SALARIED, TNS) : ' +
        'ajoutez-le à « schemes », ou retirez-le d’ici.',
      ar:
        'النظام ⁨PUBLIC⁩ ليس ضمن أنظمة هذه القواعد (⁨ACHAMIL, SALARIED, TNS⁩): أضيفوه إلى ' +
        '«schemes»، أو احذفوه من هنا.',
      en:
        'The scheme PUBLIC is not one of the ruleset’s (ACHAMIL, SALARIED, TNS): add it to ' +
        '"schemes", or take it away here.',
    },
    mend: (draft) => (draft.caps[0]!.when.schemes = ['SALARIED']),
  },
  {
    title: 'an unknown tariff grid',
    breakIt: (draft) => (draft.tariffGrid = 'TNR-2006'),
    pointer: '/tariffGrid',
    code: 'unknown-grid',
    message: {
      fr:
        'La grille tarifaire TNR-2006 n’a aucun tarif en vigueur. Grilles connues : TNR. ' +
        'Corrigez le nom, ou importez d’abord ses tarifs.',
      ar:
        'شبكة التعريفات ⁨TNR-2006⁩ ليس فيها أي تعريفة سارية. الشبكات المعروفة: ⁨TNR⁩. صححوا ' +
        'الاسم، أو استوردوا تعريفاتها أولا.',
      en:
        'The tariff grid TNR-2006 has no tariff in force. Known grids: TNR. Correct the name, or ' +
        'import its tariffs first.',
    },
    mend: (draft) => (draft.tariffGrid = 'TNR'),
  },
  {
    title: 'criteria that contradict each other',
    breakIt: (draft) => (draft.caps[0]!.when.acts = ['OPT001']),
    pointer: '/caps/0/when',
    code: 'row-matches-nothing',
    message: {
      fr:
        'La condition de la ligne CAP-DENTAL-PROSTHESIS ne convient à aucun soin : deux de ses ' +
        'critères se contredisent. Retirez l’un des deux.',
      ar:
        'شرط السطر ⁨CAP-DENTAL-PROSTHESIS⁩ لا ينطبق على أي علاج: معياران فيه متناقضان. احذفوا ' +
        'أحدهما.',
      en:
        'The condition of row CAP-DENTAL-PROSTHESIS fits no care at all: two of its criteria ' +
        'contradict each other. Take one of them away.',
    },
    mend: (draft) => (draft.caps[0]!.when.acts = ['D723']),
  },
  {
    title: 'one code for two rows',
    breakIt: (draft) => (draft.renewalIntervals[1]!.code = 'RENEWAL-OPTICS-FRAME'),
    pointer: '/renewalIntervals/1/code',
    code: 'code-twice',
    message: {
      fr: 'Ce code est déjà celui d’une autre ligne du document : donnez à chacune le sien.',
      ar: 'هذا الرمز مستعمل في سطر آخر من الوثيقة: أعطوا لكل سطر رمزه الخاص.',
      en: 'Another row of the document has this code already: give each its own.',
    },
    mend: (draft) => (draft.renewalIntervals[1]!.code = 'RENEWAL-HEARING-AID'),
  },
  {
    title: 'one code for two golden cases',
    breakIt: (draft) => (draft.cases[1]!.code = draft.cases[0]!.code),
    pointer: '/cases/1/code',
    code: 'code-twice',
    message: {
      fr: 'Ce code est déjà celui d’une autre ligne du document : donnez à chacune le sien.',
      ar: 'هذا الرمز مستعمل في سطر آخر من الوثيقة: أعطوا لكل سطر رمزه الخاص.',
      en: 'Another row of the document has this code already: give each its own.',
    },
    mend: (draft) => (draft.cases[1]!.code = 'MENDED'),
  },
  {
    title: 'a reason that there is not',
    breakIt: (draft) => (draft.cases[0]!.expect = { reasons: ['time-bared'] }),
    pointer: '/cases/0/expect/reasons/0',
    code: 'unknown-reason',
    message: {
      fr: 'Aucun motif ne porte le code time-bared ; peut-être time-barred. Corrigez-le.',
      ar: 'لا يوجد سبب برمز ⁨time-bared⁩؛ ربما ⁨time-barred⁩. صححوه.',
      en: 'There is no reason with the code time-bared; perhaps time-barred. Correct it.',
    },
    mend: (draft) => (draft.cases[0]!.expect = { reasons: ['time-barred'] }),
  },
  {
    title: 'two months written as a text',
    breakIt: (draft) => (draft.filingLimits[0]!.limit = '2 months'),
    pointer: '/filingLimits/0/limit',
    code: 'not-a-span',
    message: {
      fr: 'Donnez { "days": N } ou { "months": N } : deux mois ne sont pas 60 jours.',
      ar: 'اكتبوا { "days": N } أو { "months": N }: شهران ليسا ستين يوما.',
      en: 'Give { "days": N } or { "months": N }: two months are not sixty days.',
    },
    mend: (draft) => (draft.filingLimits[0]!.limit = { months: 2 }),
  },
];
