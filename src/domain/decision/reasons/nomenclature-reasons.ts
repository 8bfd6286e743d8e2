import type { ReasonSentences } from './reason-sentences.ts';

export const nomenclatureReasons = {
  'act-unknown': {
    insured: {
      fr: "L'acte {code} n'est pas dans la nomenclature à la date du {date}.",
      ar: 'العمل الطبي {code} غير وارد في المصنف بتاريخ {date}.',
      en: 'Act {code} is not in the nomenclature on {date}.',
    },
    provider: {
      fr: 'Acte {code} hors nomenclature le {date}.',
      ar: 'العمل {code} خارج المصنف بتاريخ {date}.',
      en: 'Act {code} is outside the nomenclature on {date}.',
    },
    remedy: {
      fr: "Vérifiez le code de l'acte et sa date, puis renvoyez la feuille.",
      ar: 'تحققوا من رمز العمل وتاريخه، ثم أعيدوا إرسال الورقة.',
      en: 'Check the code of the act and its date, then send the sheet again.',
    },
  },
  'medicine-unknown': {
    insured: {
      fr: "Le médicament {code} n'est pas dans la liste de référence le {date}.",
      ar: 'الدواء {code} غير وارد في اللائحة المرجعية بتاريخ {date}.',
      en: 'Medicine {code} is not in the reference list on {date}.',
    },
    provider: {
      fr: 'Médicament {code} absent du référentiel le {date}.',
      ar: 'الدواء {code} غير موجود في المرجع بتاريخ {date}.',
      en: 'Medicine {code} is not in the referential on {date}.',
    },
    remedy: {
      fr: 'Vérifiez le code à barres du médicament, puis renvoyez la feuille.',
      ar: 'تحققوا من الرمز الشريطي للدواء، ثم أعيدوا إرسال الورقة.',
      en: 'Check the barcode of the medicine, then send the sheet again.',
    },
  },
  'ean-check-digit': {
    insured: {
      fr: "Le code à barres {code} paraît mal saisi ; cela n'a pas changé votre remboursement.",
      ar: 'الرمز الشريطي {code} يبدو غير مضبوط؛ ولم يغير ذلك تعويضكم.',
      en: 'Barcode {code} looks mistyped; this did not change your reimbursement.',
    },
    provider: {
      fr: 'Clé du code à barres {code} inexacte : simple avertissement.',
      ar: 'رقم مراقبة الرمز الشريطي {code} غير صحيح: مجرد تنبيه.',
      en: 'The check digit of barcode {code} is wrong: a warning only.',
    },
    remedy: {
      fr:
        "Relisez le code à barres ; il n'y a rien d'autre à faire s'il est bien celui de " +
        'la boîte.',
      ar: 'أعيدوا قراءة الرمز؛ ولا شيء آخر مطلوب إن كان مطابقا للعلبة.',
      en: 'Read the barcode again; if it is the one on the box, nothing else is needed.',
    },
  },
  'not-reimbursable': {
    insured: {
      fr: '{code} ne fait pas partie des soins remboursables.',
      ar: '{code} غير وارد ضمن العلاجات القابلة للتعويض.',
      en: '{code} is not among the care that is reimbursed.',
    },
    provider: {
      fr: '{code} : non remboursable selon le référentiel.',
      ar: '{code}: غير قابل للتعويض حسب المرجع.',
      en: '{code}: not reimbursable in the referential.',
    },
    remedy: {
      fr: "Demandez à votre médecin s'il existe une alternative remboursable.",
      ar: 'اسألوا طبيبكم عن بديل قابل للتعويض.',
      en: 'Ask your doctor whether there is an alternative that is reimbursed.',
    },
  },
  excluded: {
    insured: {
      fr: "L'acte {code} est exclu de la couverture.",
      ar: 'العمل {code} مستثنى من التغطية.',
      en: 'Act {code} is excluded from cover.',
    },
    provider: {
      fr: '{code} : exclu par la règle {row}.',
      ar: '{code}: مستثنى بموجب القاعدة {row}.',
      en: '{code}: excluded by rule {row}.',
    },
    remedy: {
      fr: "Ce soin reste à votre charge ; une réclamation est possible auprès de l'organisme.",
      ar: 'يبقى هذا العلاج على عاتقكم؛ ويمكن تقديم شكاية لدى الهيئة المكلفة بالتدبير.',
      en: 'This care stays at your charge; a complaint to the fund is possible.',
    },
  },
  'not-covered': {
    insured: {
      fr: 'Votre régime ne prévoit pas de remboursement pour {code}.',
      ar: 'لا ينص نظامكم على تعويض {code}.',
      en: 'Your scheme provides no reimbursement for {code}.',
    },
    provider: {
      fr: '{code} : aucun taux de couverture dans {ruleset}.',
      ar: '{code}: لا توجد نسبة تغطية في {ruleset}.',
      en: '{code}: no coverage rate in {ruleset}.',
    },
    remedy: {
      fr: "Ce soin reste à votre charge ; renseignez-vous auprès de l'organisme.",
      ar: 'يبقى هذا العلاج على عاتقكم؛ استفسروا لدى الهيئة المكلفة بالتدبير.',
      en: 'This care stays at your charge; ask the fund for advice.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
