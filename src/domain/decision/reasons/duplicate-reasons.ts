import type { ReasonSentences } from './reason-sentences.ts';

export const duplicateReasons = {
  duplicate: {
    insured: {
      fr: 'Ce soin du {date} a déjà été décidé sur la feuille {sheetNumber}.',
      ar: 'علاج {date} سبق البت فيه في الورقة {sheetNumber}.',
      en: 'This care of {date} was already decided on sheet {sheetNumber}.',
    },
    provider: {
      fr: '{code} du {date} : doublon de la feuille {sheetNumber}, ligne {line}.',
      ar: '{code} بتاريخ {date}: مكرر للورقة {sheetNumber}، السطر {line}.',
      en: '{code} of {date}: duplicate of sheet {sheetNumber}, line {line}.',
    },
    remedy: {
      fr: "Il n'y a rien à faire ; si ce sont deux soins différents, adressez une réclamation.",
      ar: 'لا شيء مطلوب منكم؛ وإن كانا علاجين مختلفين فقدموا شكاية.',
      en: 'Nothing to do; if these were two different acts, send a complaint.',
    },
  },
  'duplicate-on-sheet': {
    insured: {
      fr: 'Ce soin du {date} figure deux fois sur la feuille ; il est compté une fois.',
      ar: 'علاج {date} وارد مرتين في الورقة؛ ويحتسب مرة واحدة.',
      en: 'This care of {date} stands twice on the sheet; it counts once.',
    },
    provider: {
      fr: '{code} du {date} : doublon de la ligne {line} de la même feuille.',
      ar: '{code} بتاريخ {date}: مكرر للسطر {line} من نفس الورقة.',
      en: '{code} of {date}: duplicate of line {line} of the same sheet.',
    },
    remedy: {
      fr: "Il n'y a rien à faire ; pour plusieurs unités, utilisez la quantité d'une seule ligne.",
      ar: 'لا شيء مطلوب منكم؛ ولعدة وحدات استعملوا الكمية في سطر واحد.',
      en: 'Nothing to do; for several units, use the quantity of one line.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
