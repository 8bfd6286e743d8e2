import type { ReasonSentences } from './reason-sentences.ts';

export const providerReasons = {
  'provider-unknown': {
    insured: {
      fr: "Le prestataire de soins déclaré n'est pas reconnu.",
      ar: 'مقدم العلاجات المصرح به غير معروف.',
      en: 'The provider declared is not known.',
    },
    provider: {
      fr: "L'INPE {inpe} est inconnu.",
      ar: 'الرقم الوطني الاستدلالي {inpe} غير معروف.',
      en: 'INPE {inpe} is unknown.',
    },
    remedy: {
      fr: "Vérifiez l'INPE auprès du prestataire, puis renvoyez la feuille.",
      ar: 'تحققوا من الرقم الوطني الاستدلالي لدى مقدم العلاجات، ثم أعيدوا إرسال الورقة.',
      en: 'Check the INPE with the provider, then send the sheet again.',
    },
  },
  'provider-inactive': {
    insured: {
      fr: "Le prestataire n'était pas en activité déclarée le {date}.",
      ar: 'لم يكن مقدم العلاجات في حالة نشاط مصرح به بتاريخ {date}.',
      en: 'The provider was not in registered activity on {date}.',
    },
    provider: {
      fr: "L'INPE {inpe} n'est pas actif le {date}.",
      ar: 'الرقم الوطني الاستدلالي {inpe} غير نشيط بتاريخ {date}.',
      en: 'INPE {inpe} is not active on {date}.',
    },
    remedy: {
      fr: "Vérifiez la date et l'INPE, ou régularisez l'inscription auprès de l'ANAM.",
      ar: 'تحققوا من التاريخ والرقم، أو سووا التسجيل لدى الوكالة الوطنية للتأمين الصحي.',
      en: 'Check the date and the INPE, or have the registration put right with ANAM.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
