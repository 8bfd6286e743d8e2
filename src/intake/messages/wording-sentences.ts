import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What is wrong with a text that is to tell a reason. */
export const WORDING_SENTENCES = {
  'not-a-sentence': {
    fr: 'Écrivez 2 à 500 caractères sur une ligne, sans blanc au début ni à la fin.',
    ar: 'اكتبوا من 2 إلى 500 حرف في سطر واحد، دون فراغ في البداية أو النهاية.',
    en: 'Write 2 to 500 characters on one line, without blanks at its start or end.',
  },
  'sentence-marks': {
    fr: "Chaque { et chaque [ se ferme, sans s'imbriquer : {date}, [jusqu'au {to}].",
    ar: 'كل { وكل [ يجب أن يغلق دون تداخل: {date}، [إلى غاية {to}].',
    en: 'Each { and each [ must close, without nesting: {date}, [until {to}].',
  },
  'unknown-fact': {
    fr: "Ce motif n'a pas ce renseignement ; il connaît : {known}.",
    ar: 'هذا السبب لا يتضمن هذه المعلومة؛ المعلومات المعروفة: {known}.',
    en: 'This reason does not bear that fact; it has: {known}.',
  },
} as const satisfies Record<string, Sentence>;
