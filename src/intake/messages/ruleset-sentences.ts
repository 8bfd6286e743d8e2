import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What is wrong with a ruleset as it is written; its schemas name these codes. */
export const RULESET_SENTENCES = {
  'not-a-rate': {
    fr: 'Écrivez le taux en texte, de "0" à "1", quatre décimales au plus : "0.90" pour 90 %.',
    ar: 'اكتبوا النسبة كنص من "0" إلى "1"، بأربعة أرقام على الأكثر بعد الفاصلة: "0.90" تعني 90 %.',
    en: 'Write the rate as a string of "0" to "1", with at most four decimals: "0.90" for 90 %.',
  },
  'rate-above-one': {
    fr: 'Ce taux dépasse 100 %. Un taux va de "0" à "1" : écrivez "0.90" pour 90 %.',
    ar: 'هذه النسبة تتجاوز 100 %. النسبة تكون بين "0" و"1": اكتبوا "0.90" لنسبة 90 %.',
    en: 'This rate is above 100 %. A rate goes from "0" to "1": write "0.90" for 90 %.',
  },
  'not-a-row-code': {
    fr: 'Un code compte 1 à 60 majuscules sans accent, chiffres ou tirets : DENTAL, FILING-DIRECT.',
    ar: 'يتكون الرمز من 1 إلى 60 حرفا لاتينيا كبيرا أو رقما أو شرطة: DENTAL، FILING-DIRECT.',
    en: 'A code has 1 to 60 unaccented capitals, digits or hyphens: DENTAL, FILING-DIRECT.',
  },
  'source-missing': {
    fr: "Dites d'où vient cette ligne : une loi et son article, une décision, une page publique.",
    ar: 'اذكروا مصدر هذا السطر: قانون ومادته، أو قرار، أو صفحة منشورة.',
    en: 'Say where this row comes from: a law and its article, a decision, a public page.',
  },
  'empty-text': {
    fr: 'Ce texte est vide : écrivez-le, ou retirez le champ s’il est facultatif.',
    ar: 'هذا النص فارغ: اكتبوه، أو احذفوا الحقل إن كان اختياريا.',
    en: 'This text is empty: write it, or take the field away where it is optional.',
  },
  'empty-list': {
    fr: 'Cette liste est vide : donnez-y une valeur, ou retirez la condition pour tout viser.',
    ar: 'هذه القائمة فارغة: أضيفوا قيمة واحدة على الأقل، أو احذفوا الشرط ليشمل الكل.',
    en: 'This list is empty: give at least one value, or take the condition away to mean all.',
  },
  'text-length': {
    fr: 'Ce texte doit compter de {minimum} à {maximum} caractères.',
    ar: 'يجب أن يضم هذا النص من {minimum} إلى {maximum} حرفا.',
    en: 'This text must have {minimum} to {maximum} characters.',
  },
  'not-a-span': {
    fr: 'Donnez { "days": N } ou { "months": N } : deux mois ne sont pas 60 jours.',
    ar: 'اكتبوا { "days": N } أو { "months": N }: شهران ليسا ستين يوما.',
    en: 'Give { "days": N } or { "months": N }: two months are not sixty days.',
  },
  'bounds-reversed': {
    fr: 'La borne haute est sous la borne basse, aucune ligne ne convient : échangez-les.',
    ar: 'الحد الأعلى أصغر من الحد الأدنى، فلا ينطبق على أي سطر: اعكسوا الحدين.',
    en: 'The upper bound is below the lower one, so no line fits: swap them.',
  },
  'no-shares': {
    fr: 'Donnez au moins la part du premier acte de la séance : "1.00".',
    ar: 'أضيفوا على الأقل حصة العمل الأول في الحصة: "1.00".',
    en: 'Give the share of the first act of the session at least: "1.00".',
  },
  'shares-rise': {
    fr: "L'acte le plus cher vient d'abord : une part ne peut dépasser celle qui la précède.",
    ar: 'العمل الأغلى يأتي أولا: لا يمكن أن تتجاوز حصة ما الحصة التي قبلها.',
    en: 'The dearest act comes first: a share cannot be above the one before it.',
  },
  'category-on-both-sides': {
    fr: 'Cette catégorie est technique et consultation à la fois : gardez-la dans une seule liste.',
    ar: 'هذه الفئة مذكورة كعمل تقني وكفحص معا: احتفظوا بها في قائمة واحدة.',
    en: 'This category is technical and a consultation at once: leave it in one list.',
  },
  'no-schemes': {
    fr: 'Dites au moins un régime que ce référentiel régit, par son code : SALARIED.',
    ar: 'اذكروا نظاما واحدا على الأقل تنطبق عليه هذه القواعد، برمزه: SALARIED.',
    en: 'Name at least one scheme that this ruleset is for, by its code: SALARIED.',
  },
  'no-grid': {
    fr: 'Nommez la grille tarifaire qui fixe le prix des lignes : TNR.',
    ar: 'سمّوا شبكة التعريفات التي تحدد أثمنة الأسطر: TNR.',
    en: 'Name the tariff grid that prices the lines: TNR.',
  },
  'no-coverage': {
    fr: 'Sans ligne de couverture, tous les soins seraient refusés : ajoutez-en une avec son taux.',
    ar: 'دون أي سطر في جدول التغطية سترفض كل العلاجات: أضيفوا سطرا مع نسبته.',
    en: 'Without a coverage row all care would be denied: add one with its rate.',
  },
  'no-lines': {
    fr: 'Une feuille de cas compte au moins une ligne : ajoutez un acte avec son prix.',
    ar: 'ورقة الحالة تضم سطرا واحدا على الأقل: أضيفوا عملا مع ثمنه.',
    en: 'The sheet of a case has at least one line: add an act with its price.',
  },
  'ends-before-start': {
    fr: 'Le dernier jour précède le premier : donnez une fin à partir de effectiveFrom, ou null.',
    ar: 'اليوم الأخير يسبق اليوم الأول: ضعوا نهاية ابتداء من effectiveFrom، أو null.',
    en: 'The last day is before the first: give an end on or after effectiveFrom, or null.',
  },
  'effective-date-begun': {
    fr:
      'Des soins de cette date sont peut-être déjà liquidés, et la reprise des décisions ' +
      "n'existe pas encore : donnez une date à partir du {earliest}.",
    ar:
      'قد تكون علاجات هذا التاريخ قد صُفيت، وإعادة البت في القرارات غير متوفرة بعد: ' +
      'حددوا تاريخا ابتداء من {earliest}.',
    en:
      'Care of this date may be decided already, and deciding again does not exist yet: give a ' +
      'date from {earliest} on.',
  },
  'code-of-another-ruleset': {
    fr: 'Ce document doit porter le code {code}, celui de son adresse.',
    ar: 'يجب أن تحمل هذه الوثيقة الرمز {code}، وهو رمز عنوانها.',
    en: 'This document must have the code {code}, which is that of its address.',
  },
  'not-a-whole-number': {
    fr: 'Écrivez les taux et les montants en texte : "0.90", "3000.00".',
    ar: 'اكتبوا النسب والمبالغ كنص: "0.90"، "3000.00".',
    en: 'Write rates and amounts as text: "0.90", "3000.00".',
  },
  'no-such-field': {
    fr: 'Ce champ n’existe pas : écrivez « CODE-DE-LIGNE.champ », ou un champ du document.',
    ar: 'هذا الحقل غير موجود: اكتبوا «رمز-السطر.الحقل» أو حقلا من الوثيقة.',
    en: 'There is no such field: write "ROW-CODE.field", or a field of the document.',
  },
  'document-or-version': {
    fr: 'Donnez soit « document », soit « from » (et « changes »).',
    ar: 'أعطوا إما «document» أو «from» (مع «changes»).',
    en: 'Give either `document`, or `from` (and `changes`).',
  },
  'code-twice': {
    fr: 'Ce code est déjà celui d’une autre ligne du document : donnez à chacune le sien.',
    ar: 'هذا الرمز مستعمل في سطر آخر من الوثيقة: أعطوا لكل سطر رمزه الخاص.',
    en: 'Another row of the document has this code already: give each its own.',
  },
} as const satisfies Record<string, Sentence>;
