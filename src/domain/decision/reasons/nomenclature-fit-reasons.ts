import type { ReasonSentences } from './reason-sentences.ts';

export const nomenclatureFitReasons = {
  'key-letter-mismatch': {
    insured: {
      fr: "La cotation de l'acte {code} ne correspond pas à la nomenclature.",
      ar: 'تسعير العمل {code} لا يطابق المصنف.',
      en: 'The rating of act {code} does not agree with the nomenclature.',
    },
    provider: {
      fr: '{code} : lettre clé déclarée {declared}, attendue {expected}.',
      ar: '{code}: الحرف المفتاح المصرح به {declared}، والمنتظر {expected}.',
      en: '{code}: key letter declared {declared}, expected {expected}.',
    },
    remedy: {
      fr: 'Le prestataire corrige la lettre clé et renvoie la feuille.',
      ar: 'يصحح مقدم العلاجات الحرف المفتاح ويعيد إرسال الورقة.',
      en: 'The provider corrects the key letter and sends the sheet again.',
    },
  },
  'coefficient-mismatch': {
    insured: {
      fr: "La cotation de l'acte {code} ne correspond pas à la nomenclature.",
      ar: 'تسعير العمل {code} لا يطابق المصنف.',
      en: 'The rating of act {code} does not agree with the nomenclature.',
    },
    provider: {
      fr: '{code} : coefficient déclaré {declared}, attendu {expected}.',
      ar: '{code}: المعامل المصرح به {declared}، والمنتظر {expected}.',
      en: '{code}: coefficient declared {declared}, expected {expected}.',
    },
    remedy: {
      fr: 'Le prestataire corrige le coefficient et renvoie la feuille.',
      ar: 'يصحح مقدم العلاجات المعامل ويعيد إرسال الورقة.',
      en: 'The provider corrects the coefficient and sends the sheet again.',
    },
  },
  'rating-missing': {
    insured: {
      fr: "La cotation de l'acte {code} manque.",
      ar: 'تسعير العمل {code} غير مذكور.',
      en: 'The rating of act {code} is missing.',
    },
    provider: {
      fr: '{code} : cotation en {keyLetter} à déclarer (lettre clé et coefficient).',
      ar: '{code}: يجب التصريح بالتسعير بالحرف {keyLetter} (الحرف المفتاح والمعامل).',
      en: '{code}: declare its rating in {keyLetter} (key letter and coefficient).',
    },
    remedy: {
      fr: 'Le prestataire ajoute la cotation et renvoie la feuille.',
      ar: 'يضيف مقدم العلاجات التسعير ويعيد إرسال الورقة.',
      en: 'The provider adds the rating and sends the sheet again.',
    },
  },
  'sex-mismatch': {
    insured: {
      fr: "L'acte {code} ne correspond pas au sexe enregistré du patient.",
      ar: 'العمل {code} لا يتوافق مع جنس المريض المسجل.',
      en: 'Act {code} does not fit the recorded sex of the patient.',
    },
    provider: {
      fr: '{code} : incompatible avec le sexe du patient.',
      ar: '{code}: لا يتوافق مع جنس المريض.',
      en: "{code}: does not fit the patient's sex.",
    },
    remedy: {
      fr:
        "Vérifiez le patient et le code de l'acte ; faites rectifier l'état civil s'il " +
        'est faux.',
      ar: 'تحققوا من المريض ومن رمز العمل؛ واطلبوا تصحيح الحالة المدنية إن كانت خاطئة.',
      en: 'Check the patient and the code of the act; have the civil record corrected if wrong.',
    },
  },
  'age-mismatch': {
    insured: {
      fr: "L'acte {code} n'est pas prévu à l'âge du patient ({age} ans).",
      ar: 'العمل {code} غير مقرر في سن المريض ({age} سنة).',
      en: "Act {code} is not meant for the patient's age ({age}).",
    },
    provider: {
      fr:
        '{code} : hors des âges prévus, patient de {age} ans[, à partir de {minAge}][, ' +
        "jusqu'à {maxAge}].",
      ar: '{code}: خارج السن المقرر، سن المريض {age}[، ابتداء من {minAge}][، إلى غاية {maxAge}].',
      en: '{code}: outside its ages, patient aged {age}[, from {minAge}][, up to {maxAge}].',
    },
    remedy: {
      fr: "Vérifiez le patient, la date et le code de l'acte, puis renvoyez la feuille.",
      ar: 'تحققوا من المريض والتاريخ ورمز العمل، ثم أعيدوا إرسال الورقة.',
      en: 'Check the patient, the date and the code of the act, then send the sheet again.',
    },
  },
  'provider-sector': {
    insured: {
      fr: "L'acte {code} n'est pas remboursé dans le secteur de ce prestataire.",
      ar: 'العمل {code} لا يعوض في قطاع مقدم العلاجات هذا.',
      en: "Act {code} is not reimbursed in this provider's sector.",
    },
    provider: {
      fr: '{code} : non facturable dans le secteur du prestataire.',
      ar: '{code}: غير قابل للفوترة في قطاع مقدم العلاجات.',
      en: "{code}: cannot be billed in the provider's sector.",
    },
    remedy: {
      fr: "Vérifiez le code de l'acte ; chaque secteur a ses codes.",
      ar: 'تحققوا من رمز العمل؛ فلكل قطاع رموزه.',
      en: 'Check the code of the act; each sector has its own codes.',
    },
  },
  'provider-specialty': {
    insured: {
      fr: "L'acte {code} n'est pas prévu pour la spécialité de ce prestataire.",
      ar: 'العمل {code} غير مقرر لتخصص مقدم العلاجات هذا.',
      en: "Act {code} is not meant for this provider's specialty.",
    },
    provider: {
      fr: '{code} : hors de la spécialité enregistrée du prestataire.',
      ar: '{code}: خارج التخصص المسجل لمقدم العلاجات.',
      en: "{code}: outside the provider's registered specialty.",
    },
    remedy: {
      fr: "Vérifiez le code, ou faites mettre à jour la spécialité auprès de l'ANAM.",
      ar: 'تحققوا من الرمز، أو اطلبوا تحيين التخصص لدى الوكالة الوطنية للتأمين الصحي.',
      en: 'Check the code, or have the specialty updated with ANAM.',
    },
  },
  'care-setting': {
    insured: {
      fr: "L'acte {code} n'est pas prévu dans ces conditions de soins.",
      ar: 'العمل {code} غير مقرر في ظروف العلاج هذه.',
      en: 'Act {code} is not meant for this setting of care.',
    },
    provider: {
      fr: '{code} : lieu de soins non prévu (ambulatoire ou séjour).',
      ar: '{code}: مكان العلاج غير مقرر (خارجي أو استشفائي).',
      en: '{code}: setting not provided for (ambulatory or stay).',
    },
    remedy: {
      fr: "Déclarez les dates du séjour s'il y en a un, ou corrigez le code de l'acte.",
      ar: 'صرحوا بتواريخ الاستشفاء إن وجد، أو صححوا رمز العمل.',
      en: 'Declare the dates of the stay if there is one, or correct the code of the act.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
