import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What may be wrong with the request for a simulation. */
export const SIMULATION_SENTENCES = {
  'one-ruleset': {
    fr: 'Donnez ou bien une version enregistrée (ruleset), ou bien un document (document).',
    ar: 'أعطوا إما نسخة مسجلة (ruleset) وإما وثيقة (document).',
    en: 'Give either a stored version (ruleset) or a document (document).',
  },
  'one-scope': {
    fr: 'Donnez ou bien une période (period), ou bien un fichier envoyé auparavant (file).',
    ar: 'أعطوا إما فترة (period) وإما ملفا أرسل من قبل (file).',
    en: 'Give either a period (period) or a file that was sent before (file).',
  },
  'number-twice': {
    fr: 'Une ligne précédente a le même professionnel et le même numéro : supprimez l’une d’elles.',
    ar: 'سطر سابق من الملف له نفس مقدم العلاج ونفس الرقم: احذفوا أحدهما.',
    en: 'An earlier line of the file has the same provider and number: remove one of them.',
  },
  'period-reversed': {
    fr: 'La période finit avant de commencer : donnez un dernier jour à partir du premier.',
    ar: 'الفترة تنتهي قبل أن تبدأ: أعطوا يوما أخيرا ابتداء من اليوم الأول.',
    en: 'The period ends before it begins: give a last day on or after the first.',
  },
} as const satisfies Record<string, Sentence>;
