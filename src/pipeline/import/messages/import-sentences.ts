import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';
import { IMPORT_FIELD_SENTENCES } from './import-field-sentences.ts';

/** What is wrong with a row as a whole, or beside what is on record. */
const ROW_SENTENCES = {
  'unreadable-row': {
    fr: "La ligne n'est pas lisible : autant de cellules que d'en-têtes, ou un objet JSON.",
    ar: 'السطر غير مقروء: يجب أن يضم خلايا بعدد العناوين أو عنصر JSON واحدا.',
    en: 'The row cannot be read: give as many cells as headers, or one JSON object.',
  },
  'unknown-field': {
    fr: 'La ligne contient un champ inconnu : retirez-le.',
    ar: 'يتضمن السطر حقلا غير معروف: احذفوه.',
    en: 'The row has a field that is not known: remove it.',
  },
  'repeated-row': {
    fr: 'Le fichier contient déjà une autre ligne pour cet objet et cette date : gardez-en une.',
    ar: 'يتضمن الملف سطرا آخر مختلفا لنفس الموضوع والتاريخ: احتفظوا بواحد فقط.',
    en: 'The file already has another row for the same thing and date: keep one of them.',
  },
  overlap: {
    fr: "La période chevauche une période enregistrée : terminez d'abord celle-ci.",
    ar: 'تتداخل الفترة مع فترة مسجلة: أنهوا هذه الأخيرة أولا.',
    en: 'The period overlaps one that is on record: end that one first.',
  },
  'ends-before-it-begins': {
    fr: 'La date {field} précède le début : corrigez une des deux dates.',
    ar: 'التاريخ {field} يسبق البداية: صححوا أحد التاريخين.',
    en: 'The date in {field} is before the beginning: correct one of the two dates.',
  },
  'insured-unknown': {
    fr: "L'assuré n'est pas enregistré : importez d'abord les assurés.",
    ar: 'المؤمن له غير مسجل: استوردوا المؤمن لهم أولا.',
    en: 'The insured person is not on record: import the insured first.',
  },
  'patient-unknown': {
    fr: "L'ayant droit de ce rang n'est pas enregistré : importez d'abord les ayants droit.",
    ar: 'ذو الحقوق بهذه الرتبة غير مسجل: استوردوا ذوي الحقوق أولا.',
    en: 'No dependant of this rank is on record: import the dependants first.',
  },
  'provider-unknown': {
    fr: "Le prestataire n'est pas enregistré : importez d'abord les prestataires.",
    ar: 'مقدم العلاجات غير مسجل: استوردوا مقدمي العلاجات أولا.',
    en: 'The provider is not on record: import the providers first.',
  },
  'fund-unknown': {
    fr: "L'organisme gestionnaire n'existe pas ici : créez d'abord son organisation.",
    ar: 'الهيئة المدبرة غير موجودة هنا: أنشئوا منظمتها أولا.',
    en: 'There is no organisation for this fund: create it first.',
  },
  'database-refused': {
    fr: 'La base de données refuse cette ligne : vérifiez ses valeurs.',
    ar: 'ترفض قاعدة البيانات هذا السطر: تحققوا من قيمه.',
    en: 'The database refuses this row: check its values.',
  },
  'ean-check-digit': {
    fr: 'La clé de contrôle du code-barres est fausse ; le médicament est enregistré.',
    ar: 'رقم مراقبة الرمز الشريطي خاطئ؛ تم تسجيل الدواء.',
    en: 'The check digit of the barcode is wrong; the medicine is recorded.',
  },
  'base-price-zero': {
    fr: 'Le prix base de remboursement est nul : les feuilles avec ce médicament seront retenues.',
    ar: 'ثمن أساس الاسترجاع منعدم: ستعلق الأوراق التي تتضمن هذا الدواء.',
    en: 'The base price is zero: sheets with this medicine will be held for a person.',
  },
  'public-price-above-base': {
    fr: 'Le prix public dépasse le prix base de remboursement.',
    ar: 'الثمن العمومي أعلى من ثمن أساس الاسترجاع.',
    en: 'The public price is above the base price.',
  },
  'public-price-below-base': {
    fr: 'Le prix public est inférieur au prix base de remboursement.',
    ar: 'الثمن العمومي أقل من ثمن أساس الاسترجاع.',
    en: 'The public price is below the base price.',
  },
  'scheme-unknown': {
    fr: 'Aucun organisme ne gère ce régime : les feuilles ne pourront pas être payées.',
    ar: 'لا تدبر أي هيئة هذا النظام: لن تؤدى الأوراق.',
    en: 'No fund manages this scheme: care sheets under it cannot be paid.',
  },
} as const satisfies Record<string, Sentence>;

/** The sentence of every issue of an import, in three languages. */
export const IMPORT_SENTENCES = { ...ROW_SENTENCES, ...IMPORT_FIELD_SENTENCES };
