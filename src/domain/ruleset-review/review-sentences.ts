import type { Sentence } from '../decision/reasons/reason-sentences.ts';

/**
 * What is wrong with a ruleset that its schema cannot tell, and how to mend it. The facts in them
 * are codes, dates and conditions of the document and of the record.
 */
export const REVIEW_SENTENCES = {
  'unreachable-row': {
    fr:
      'La ligne {row} ne servira jamais : tous ses cas sont déjà pris par {earlier}. Placez-la ' +
      'plus haut, précisez l’autre condition, ou supprimez-la.',
    ar:
      'السطر {row} لن يطبق أبدا: كل حالاته مأخوذة قبله من {earlier}. ضعوه في مرتبة أعلى، أو ' +
      'دققوا الشرط الآخر، أو احذفوه.',
    en:
      'Row {row} can never apply: all of its cases are taken by {earlier} already. Move it up, ' +
      'narrow the other condition, or delete it.',
  },
  'row-matches-nothing': {
    fr:
      'La condition de la ligne {row} ne convient à aucun soin : deux de ses critères se ' +
      'contredisent. Retirez l’un des deux.',
    ar: 'شرط السطر {row} لا ينطبق على أي علاج: معياران فيه متناقضان. احذفوا أحدهما.',
    en:
      'The condition of row {row} fits no care at all: two of its criteria contradict each ' +
      'other. Take one of them away.',
  },
  'uncovered-case': {
    fr:
      'Aucune ligne de couverture ne convient à {condition} : ces soins seraient refusés. ' +
      'Ajoutez une ligne avec cette condition et son taux, ou une exclusion avec sa source.',
    ar:
      'لا ينطبق أي سطر تغطية على {condition}: سترفض هذه العلاجات. أضيفوا سطرا بهذا الشرط مع ' +
      'نسبته، أو استثناء مع مصدره.',
    en:
      'No coverage row fits {condition}: such care would be denied. Add a row with this ' +
      'condition and its rate, or an exclusion with its source.',
  },
  'too-many-cases': {
    fr:
      'Les conditions se croisent en trop de cas pour être toutes comparées : simplifiez-les, ' +
      'ou relisez à la main les lignes masquées et les cas sans couverture.',
    ar:
      'تتقاطع الشروط في حالات كثيرة جدا لمقارنتها كلها: بسّطوها، أو راجعوا يدويا الأسطر ' +
      'المحجوبة والحالات غير المغطاة.',
    en:
      'The conditions cross in too many cases to compare them all: simplify them, or look for ' +
      'shadowed rows and uncovered cases by hand.',
  },
  'dates-overlap': {
    fr:
      'Régime {scheme} : ces dates recouvrent {other}, qui commence le {from}. Finissez au plus ' +
      'tard le {lastDay}, ou retirez d’abord {other}.',
    ar:
      'النظام {scheme}: هذه التواريخ تغطي {other} التي تبدأ في {from}. اجعلوا النهاية في ' +
      '{lastDay} على الأكثر، أو اسحبوا {other} أولا.',
    en:
      'Scheme {scheme}: these dates cover {other}, which begins on {from}. End on {lastDay} at ' +
      'the latest, or withdraw {other} first.',
  },
  'dates-replace': {
    fr:
      'Régime {scheme} : à partir du {from}, ce référentiel remplace {other}. Vérifiez que ' +
      'c’est voulu.',
    ar: 'النظام {scheme}: ابتداء من {from} تحل هذه القواعد محل {other}. تحققوا من أن هذا مقصود.',
    en:
      'Scheme {scheme}: from {from} this ruleset takes the place of {other}. Make sure that ' +
      'this is meant.',
  },
  'dates-gap': {
    fr:
      'Régime {scheme} : du {from} au {to}, aucun référentiel ne serait en vigueur et les ' +
      'feuilles attendraient. Donnez la date {mend}.',
    ar:
      'النظام {scheme}: من {from} إلى {to} لن تكون أي قواعد سارية وستبقى الأوراق في الانتظار. ' +
      'ضعوا التاريخ {mend}.',
    en:
      'Scheme {scheme}: from {from} to {to} no ruleset would be in force and sheets would wait. ' +
      'Give the date {mend}.',
  },
  'dates-end': {
    fr:
      'Régime {scheme} : après le {to}, aucun référentiel n’est en vigueur. Mettez null, ou ' +
      'publiez la suite avant ce jour.',
    ar:
      'النظام {scheme}: بعد {to} لا توجد قواعد سارية. ضعوا null، أو انشروا القواعد الموالية قبل ' +
      'هذا اليوم.',
    en:
      'Scheme {scheme}: after {to} no ruleset is in force. Write null, or publish what follows ' +
      'before that day.',
  },
  'unknown-scheme': {
    fr:
      'Aucun organisme ne gère le régime {scheme}. Régimes connus : {known}. Corrigez le code, ' +
      'ou importez d’abord la gestion du régime.',
    ar:
      'لا تدبر أي هيئة النظام {scheme}. الأنظمة المعروفة: {known}. صححوا الرمز، أو استوردوا ' +
      'أولا تدبير النظام.',
    en:
      'No fund manages the scheme {scheme}. Known schemes: {known}. Correct the code, or import ' +
      'the management of the scheme first.',
  },
  'scheme-not-of-ruleset': {
    fr:
      'Le régime {scheme} n’est pas parmi ceux du référentiel ({known}) : ajoutez-le à « ' +
      'schemes », ou retirez-le d’ici.',
    ar:
      'النظام {scheme} ليس ضمن أنظمة هذه القواعد ({known}): أضيفوه إلى «schemes»، أو احذفوه من ' +
      'هنا.',
    en:
      'The scheme {scheme} is not one of the ruleset’s ({known}): add it to "schemes", or take ' +
      'it away here.',
  },
  'unknown-grid': {
    fr:
      'La grille tarifaire {grid} n’a aucun tarif en vigueur. Grilles connues : {known}. ' +
      'Corrigez le nom, ou importez d’abord ses tarifs.',
    ar:
      'شبكة التعريفات {grid} ليس فيها أي تعريفة سارية. الشبكات المعروفة: {known}. صححوا الاسم، ' +
      'أو استوردوا تعريفاتها أولا.',
    en:
      'The tariff grid {grid} has no tariff in force. Known grids: {known}. Correct the name, ' +
      'or import its tariffs first.',
  },
  'unknown-act': {
    fr:
      'Le code {act} n’est ni un acte de la nomenclature ni un médicament du référentiel[ ; ' +
      'peut-être {similar}]. Corrigez-le, ou importez-le d’abord.',
    ar:
      'الرمز {act} ليس عملا في المصنف ولا دواء في الدليل[؛ ربما {similar}]. صححوه، أو استوردوه ' +
      'أولا.',
    en:
      'The code {act} is neither an act of the nomenclature nor a medicine of the referential[; ' +
      'perhaps {similar}]. Correct it, or import it first.',
  },
  'tariff-missing': {
    fr:
      'La grille {grid} n’a pas de tarif {item} (secteur {sector}), nécessaire à {acts} : ces ' +
      'feuilles attendraient. Importez ce tarif avec sa source.',
    ar:
      'شبكة {grid} ليس فيها تعريفة {item} (قطاع {sector}) اللازمة لـ {acts}: ستبقى هذه الأوراق ' +
      'في الانتظار. استوردوا هذه التعريفة مع مصدرها.',
    en:
      'The grid {grid} has no tariff {item} (sector {sector}), which is needed for {acts}: such ' +
      'sheets would wait. Import this tariff with its source.',
  },
  'unknown-row': {
    fr:
      'Le cas compte sur la ligne {row}, qui n’est ni un plafond, ni une limite, ni un délai de ' +
      'ce référentiel. Lignes connues : {known}.',
    ar:
      'تعتمد الحالة على السطر {row}، وهو ليس سقفا ولا حدا ولا أجل تجديد في هذه القواعد. الأسطر ' +
      'المعروفة: {known}.',
    en:
      'The case counts on row {row}, which is no cap, limit or interval of this ruleset. Known ' +
      'rows: {known}.',
  },
  'use-amount': {
    fr:
      'La ligne {row} est un plafond : dites le montant déjà consommé, « amount », et non des ' +
      'unités.',
    ar: 'السطر {row} سقف: اذكروا المبلغ المستهلك «amount» وليس الوحدات.',
    en: 'Row {row} is a cap: say the amount that was used, "amount", and no units.',
  },
  'use-units': {
    fr: 'La ligne {row} compte des unités : dites « units », et non un montant.',
    ar: 'السطر {row} يحسب الوحدات: اذكروا «units» وليس مبلغا.',
    en: 'Row {row} counts units: say "units", and no amount.',
  },
  'cases-of-other-days': {
    fr:
      'Cas dont la date de soins est hors des dates de cette version : {count} sur {of}, dont ' +
      '{first}. Ils éprouvent la version de leur jour, non celle-ci : donnez-leur une date ' +
      'd’effet de cette version.',
    ar:
      'حالات تاريخ علاجها خارج تواريخ هذه النسخة: {count} من {of}، منها {first}. فهي تختبر نسخة ' +
      'يومها لا هذه النسخة: أعطوها تاريخا تسري فيه هذه النسخة.',
    en:
      'Cases whose date of care is outside the dates of this version: {count} of {of}, {first} ' +
      'among them. They try the version of their day, not this one: give them a date on which ' +
      'this version is in force.',
  },
  'unknown-reason': {
    fr: 'Aucun motif ne porte le code {reason}[ ; peut-être {similar}]. Corrigez-le.',
    ar: 'لا يوجد سبب برمز {reason}[؛ ربما {similar}]. صححوه.',
    en: 'There is no reason with the code {reason}[; perhaps {similar}]. Correct it.',
  },
} as const satisfies Record<string, Sentence>;
