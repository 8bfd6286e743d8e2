import type { ReasonSentences } from './reason-sentences.ts';

export const authorizationReasons = {
  'authorization-required': {
    insured: {
      fr: "L'acte {code} demande un accord préalable ; votre dossier est mis en attente.",
      ar: 'العمل {code} يتطلب موافقة مسبقة؛ ملفكم في الانتظار.',
      en: 'Act {code} needs a prior authorization; your file is waiting.',
    },
    provider: {
      fr: '{code} : accord préalable demandé par la règle {row}.',
      ar: '{code}: الموافقة المسبقة مطلوبة بموجب القاعدة {row}.',
      en: '{code}: prior authorization asked by rule {row}.',
    },
    remedy: {
      fr: "Envoyez l'accord préalable, ou demandez-le à l'organisme.",
      ar: 'أرسلوا الموافقة المسبقة، أو اطلبوها من الهيئة المكلفة بالتدبير.',
      en: 'Send the prior authorization, or ask the fund for one.',
    },
  },
  'attachment-required': {
    insured: {
      fr: "Il manque un document pour l'acte {code}[ : {document}].",
      ar: 'تنقص وثيقة بالنسبة للعمل {code}[: {document}].',
      en: 'A document is missing for act {code}[: {document}].',
    },
    provider: {
      fr: '{code} : pièce demandée par la règle {row}[ : {document}].',
      ar: '{code}: وثيقة مطلوبة بموجب القاعدة {row}[: {document}].',
      en: '{code}: document asked by rule {row}[: {document}].',
    },
    remedy: {
      fr: 'Joignez le document demandé[ ({document})] et renvoyez-le.',
      ar: 'أرفقوا الوثيقة المطلوبة[ ({document})] وأعيدوا إرسالها.',
      en: 'Attach the document asked for[ ({document})] and send it.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
