import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What may be wrong with the request for a simulation. */
export const SIMULATION_SENTENCES = {
  'one-ruleset': {
    fr: 'Donnez ou bien une version enregistrée (ruleset), ou bien un document (document).',
    ar: 'أعطوا إما نسخة مسجلة (ruleset) وإما وثيقة (document).',
    en: 'Give either a stored version (ruleset) or a document (document).',
  },
  'period-reversed': {
    fr: 'La période finit avant de commencer : donnez un dernier jour à partir du premier.',
    ar: 'الفترة تنتهي قبل أن تبدأ: أعطوا يوما أخيرا ابتداء من اليوم الأول.',
    en: 'The period ends before it begins: give a last day on or after the first.',
  },
} as const satisfies Record<string, Sentence>;
