import { RULES } from '#domain/adjudication/rule-order.ts';
import type { Language } from '#domain/decision/reasons/reason-sentences.ts';

/** What a rule is about, for people; the code itself for a rule that there is no more. */
export function ruleTitle(code: string, language: Language): string {
  return (language === 'en' ? undefined : TITLES[code]?.[language]) ?? ENGLISH.get(code) ?? code;
}

const ENGLISH = new Map(RULES.map(({ code, title }) => [code, title]));

/** Beside the English title that a rule bears itself. */
export const TITLES: Readonly<Record<string, Readonly<Record<'fr' | 'ar', string>>>> = {
  'entitlement/insured-known': { fr: "L'assuré est immatriculé", ar: 'المؤمن له مسجل' },
  'entitlement/patient-attached': {
    fr: "Le patient est rattaché à l'assuré",
    ar: 'المريض ملحق بالمؤمن له',
  },
  'entitlement/alive-on-care': {
    fr: 'Le patient est en vie aux dates des soins',
    ar: 'المريض على قيد الحياة في تواريخ العلاج',
  },
  'entitlement/scheme-known': { fr: "L'assuré relève d'un régime", ar: 'المؤمن له تابع لنظام' },
  'entitlement/right-fund': {
    fr: "La feuille est adressée à l'organisme qui gère le régime",
    ar: 'الورقة موجهة إلى الهيئة التي تدبر النظام',
  },
  'form/provider-active': {
    fr: 'Le prestataire est connu et en activité',
    ar: 'مقدم العلاج معروف ويزاول نشاطه',
  },
  'form/filing-limit': {
    fr: 'La feuille est déposée dans le délai',
    ar: 'أودعت الورقة داخل الأجل',
  },
  'form/stay-dates': { fr: 'Les dates du séjour concordent', ar: 'تواريخ الاستشفاء متطابقة' },
  'form/received-after-care': {
    fr: 'La feuille est reçue le jour des soins ou après',
    ar: 'تم التوصل بالورقة يوم العلاج أو بعده',
  },
  'form/prescription': { fr: "L'ordonnance est présente et valable", ar: 'الوصفة موجودة وصالحة' },
  'entitlement/ruleset-in-force': {
    fr: 'Le régime a des règles à la date des soins',
    ar: 'للنظام قواعد سارية في تاريخ العلاج',
  },
  'entitlement/rights-open': {
    fr: 'Les droits sont ouverts à la date des soins',
    ar: 'الحقوق مفتوحة في تاريخ العلاج',
  },
  'entitlement/qualifying-period': {
    fr: 'La période de stage est accomplie',
    ar: 'اكتملت فترة التدريب',
  },
  'entitlement/age-limit': { fr: "Le patient est dans la limite d'âge", ar: 'المريض ضمن حد السن' },
  'nomenclature/in-nomenclature': {
    fr: "L'acte ou le médicament est dans la nomenclature",
    ar: 'العمل أو الدواء وارد في المصنف',
  },
  'nomenclature/ean-check-digit': {
    fr: 'Clé de contrôle du code du médicament',
    ar: 'رقم المراقبة لرمز الدواء',
  },
  'nomenclature/reimbursable': {
    fr: "L'acte ou le médicament est remboursable",
    ar: 'العمل أو الدواء قابل للتعويض',
  },
  'nomenclature/exclusion': { fr: 'Les soins ne sont pas exclus', ar: 'العلاج غير مستثنى' },
  'nomenclature/key-letter': {
    fr: 'La lettre clé est celle de la nomenclature',
    ar: 'الحرف المفتاح مطابق للمصنف',
  },
  'nomenclature/coefficient': {
    fr: 'Le coefficient est celui de la nomenclature',
    ar: 'المعامل مطابق للمصنف',
  },
  'nomenclature/patient-sex': {
    fr: "L'acte convient au sexe du patient",
    ar: 'العمل مناسب لجنس المريض',
  },
  'nomenclature/patient-age': {
    fr: "L'acte convient à l'âge du patient",
    ar: 'العمل مناسب لسن المريض',
  },
  'nomenclature/provider-sector': {
    fr: "L'acte convient au secteur du prestataire",
    ar: 'العمل مناسب لقطاع مقدم العلاج',
  },
  'nomenclature/provider-specialty': {
    fr: "L'acte convient à la spécialité du prestataire",
    ar: 'العمل مناسب لتخصص مقدم العلاج',
  },
  'nomenclature/care-setting': {
    fr: "L'acte convient au cadre des soins",
    ar: 'العمل مناسب لإطار العلاج',
  },
  'integrity/duplicate-of-paid': {
    fr: "La ligne n'a pas déjà été payée",
    ar: 'السطر لم يؤد من قبل',
  },
  'integrity/duplicate-on-sheet': {
    fr: "La ligne n'est pas répétée sur la feuille",
    ar: 'السطر غير مكرر في الورقة',
  },
  'authorization/prior-authorization': {
    fr: 'Un accord préalable est demandé',
    ar: 'الموافقة المسبقة مطلوبة',
  },
  'authorization/attachments': { fr: 'Une pièce jointe est demandée', ar: 'وثيقة مرفقة مطلوبة' },
  'pricing/key-letter-tariff': { fr: 'Lettre clé et coefficient', ar: 'الحرف المفتاح والمعامل' },
  'pricing/package-price': { fr: 'Forfait', ar: 'الثمن الجزافي' },
  'pricing/medicine-price': { fr: 'Prix du médicament', ar: 'ثمن الدواء' },
  'limits/one-unit-of-technical-act': {
    fr: 'Un acte technique compte une unité',
    ar: 'العمل التقني يحتسب وحدة واحدة',
  },
  'limits/unit-limit': { fr: 'Unités admises sur une période', ar: 'الوحدات المقبولة خلال فترة' },
  'limits/renewal-interval': { fr: 'Délai de renouvellement', ar: 'مدة التجديد' },
  'pricing/eligible-amount': { fr: 'Base de remboursement', ar: 'أساس التعويض' },
  'session/technical-acts': {
    fr: 'Plusieurs actes techniques en une séance',
    ar: 'عدة أعمال تقنية في حصة واحدة',
  },
  'session/consultation-or-acts': {
    fr: 'Consultation et actes en une séance',
    ar: 'استشارة وأعمال في حصة واحدة',
  },
  'cost-sharing/coverage-row': { fr: 'Les soins sont couverts', ar: 'العلاج مشمول بالتغطية' },
  'cost-sharing/coverage-rate': { fr: 'Taux de couverture', ar: 'نسبة التغطية' },
  'cost-sharing/cap': { fr: 'Plafonds sur la part de l’organisme', ar: 'أسقف حصة الهيئة' },
  'review/late-for-unit-limit': {
    fr: "Tardive pour une limite d'unités",
    ar: 'متأخرة بالنسبة لحد الوحدات',
  },
  'review/late-for-renewal': {
    fr: 'Tardive pour un délai de renouvellement',
    ar: 'متأخرة بالنسبة لمدة التجديد',
  },
  'review/late-for-session': { fr: 'Tardive pour une séance', ar: 'متأخرة بالنسبة لحصة' },
  'review/late-for-cap': { fr: 'Tardive pour un plafond', ar: 'متأخرة بالنسبة لسقف' },
  'review/hold-by-amount': { fr: "Contrôle d'un montant élevé", ar: 'مراقبة مبلغ مرتفع' },
  'review/hold-by-category': { fr: "Contrôle d'une catégorie", ar: 'مراقبة فئة' },
  'review/hold-by-sample': { fr: 'Contrôle par sondage', ar: 'مراقبة بالعينة' },
};
