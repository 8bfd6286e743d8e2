import type { ReasonSentences } from './reason-sentences.ts';

export const sessionReasons = {
  'one-unit-per-session': {
    insured: {
      fr: "L'acte {code} est compté une seule fois par séance.",
      ar: 'يحتسب العمل {code} مرة واحدة في الحصة.',
      en: 'Act {code} counts once in a session.',
    },
    provider: {
      fr: '{code} : {declared} unités déclarées, une seule est admise par séance.',
      ar: '{code}: الوحدات المصرح بها {declared}، وتقبل وحدة واحدة في الحصة.',
      en: '{code}: {declared} units declared, one is allowed in a session.',
    },
    remedy: {
      fr: "Si l'acte a été fait à d'autres dates, déclarez chaque date sur sa ligne.",
      ar: 'إذا أنجز العمل في تواريخ أخرى، صرحوا بكل تاريخ في سطره.',
      en: 'If the act was done on other dates, declare each date on its own line.',
    },
  },
  'session-reduction': {
    insured: {
      fr: 'Plusieurs actes le même jour : celui-ci est pris en compte à {percentage}.',
      ar: 'عدة أعمال في نفس اليوم: يحتسب هذا العمل بنسبة {percentage}.',
      en: 'Several acts on one day: this one counts at {percentage}.',
    },
    provider: {
      fr: 'Actes multiples en une séance : rang {rank}, pris à {percentage}.',
      ar: 'أعمال متعددة في حصة واحدة: الرتبة {rank}، بنسبة {percentage}.',
      en: 'Multiple acts in one session: rank {rank}, taken at {percentage}.',
    },
    remedy: {
      fr:
        "La règle s'applique à tous ; si les séances étaient distinctes, adressez une " +
        'réclamation.',
      ar: 'تسري القاعدة على الجميع؛ وإن كانت حصصا مختلفة فقدموا شكاية.',
      en: 'The rule is the same for all; if the sessions were separate, send a complaint.',
    },
  },
  'acts-paid-instead': {
    insured: {
      fr: 'La consultation est comprise dans les actes du même jour, qui sont remboursés.',
      ar: 'الاستشارة مشمولة بأعمال نفس اليوم التي تم تعويضها.',
      en: 'The consultation is included in the acts of the same day, which are reimbursed.',
    },
    provider: {
      fr:
        'Consultation ({consultation} DH) et actes ({acts} DH) le même jour : les actes ' +
        'sont payés.',
      ar: 'استشارة ({consultation} درهم) وأعمال ({acts} درهم) في نفس اليوم: تؤدى الأعمال.',
      en: 'Consultation ({consultation} MAD) and acts ({acts} MAD) on one day: the acts are paid.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : seul le plus élevé des deux est remboursé.",
      ar: 'لا شيء مطلوب: يعوض الأعلى منهما فقط.',
      en: 'Nothing to do: only the higher of the two is reimbursed.',
    },
  },
  'consultation-paid-instead': {
    insured: {
      fr: "L'acte est compris dans la consultation du même jour, qui est remboursée.",
      ar: 'العمل مشمول باستشارة نفس اليوم التي تم تعويضها.',
      en: 'The act is included in the consultation of the same day, which is reimbursed.',
    },
    provider: {
      fr:
        'Consultation ({consultation} DH) et actes ({acts} DH) le même jour : la ' +
        'consultation est payée.',
      ar: 'استشارة ({consultation} درهم) وأعمال ({acts} درهم) في نفس اليوم: تؤدى الاستشارة.',
      en:
        'Consultation ({consultation} MAD) and acts ({acts} MAD) on one day: the ' +
        'consultation is paid.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : seul le plus élevé des deux est remboursé.",
      ar: 'لا شيء مطلوب: يعوض الأعلى منهما فقط.',
      en: 'Nothing to do: only the higher of the two is reimbursed.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
