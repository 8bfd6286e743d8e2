import type { ProblemWording } from './problem-wording.ts';

/** What a version of a ruleset, or somebody, is not ready for. */
export const RULESET_SENTENCES = {
  'four-eyes': {
    title: {
      fr: 'Deux personnes nécessaires',
      ar: 'يلزم شخصان',
      en: 'Two people are needed',
    },
    detail: {
      fr:
        'Qui a écrit une version ne la renvoie, ne l’approuve ni ne la publie, et qui l’a jugée ' +
        'ne la modifie pas : demandez à une autre personne.',
      ar:
        'من كتب نسخة لا يعيدها ولا يوافق عليها ولا ينشرها، ومن بت فيها لا يغيرها: ' +
        'اطلبوا ذلك من شخص آخر.',
      en:
        'Who wrote a version does not return, approve or publish it, and who judged it does not ' +
        'change it: ask somebody else.',
    },
  },
  'if-match-missing': {
    title: {
      fr: 'If-Match manquant',
      ar: 'If-Match غير موجود',
      en: 'If-Match is missing',
    },
    detail: {
      fr: "Lisez la version et renvoyez son ETag dans l'en-tête If-Match.",
      ar: 'اقرؤوا النسخة وأعيدوا قيمة ETag الخاصة بها في الترويسة If-Match.',
      en: 'Read the version and send its ETag in the header If-Match.',
    },
  },
  'version-changed': {
    title: {
      fr: 'Version modifiée entre-temps',
      ar: 'تغيرت النسخة في هذه الأثناء',
      en: 'Version changed meanwhile',
    },
    detail: {
      fr: 'Quelqu’un l’a modifiée depuis : relisez-la ; « changes », s’il est là, dit quoi.',
      ar: 'غيرها أحدهم منذ قراءتكم: أعيدوا قراءتها؛ وإن وجد «changes» فهو يبين ما تغير.',
      en: 'Somebody changed it since you read it: read it again; `changes`, if there, says what.',
    },
  },
  'ruleset-unsound': {
    title: {
      fr: 'Référentiel à corriger',
      ar: 'قواعد تحتاج إلى تصحيح',
      en: 'Ruleset to be corrected',
    },
    detail: {
      fr: 'Corrigez ce que « errors » signale et les cas de « review » qui échouent.',
      ar: 'صححوا الأخطاء في «errors» والحالات الفاشلة في «review» ثم قدموا النسخة.',
      en: 'Correct the errors of `errors` and the failing cases of `review`, then submit again.',
    },
  },
  'version-not-draft': {
    title: {
      fr: "Ce n'est pas un brouillon",
      ar: 'ليست مسودة',
      en: 'Not a draft',
    },
    detail: {
      fr: 'Seul un brouillon se modifie et se soumet : créez-en un à partir de cette version.',
      ar: 'لا تُغيَّر ولا تُقدَّم إلا المسودة: أنشئوا مسودة انطلاقا من هذه النسخة.',
      en: 'Only a draft is changed and submitted: create one from this version.',
    },
  },
  'version-not-submitted': {
    title: {
      fr: 'Version non soumise',
      ar: 'نسخة غير مقدمة',
      en: 'Not submitted',
    },
    detail: {
      fr: 'Seule une version soumise est approuvée ou renvoyée : voyez son état.',
      ar: 'لا يوافق إلا على نسخة مقدمة ولا تعاد إلا هي: انظروا حالتها.',
      en: 'Only a submitted version is approved or returned: see its state.',
    },
  },
  'version-not-approved': {
    title: {
      fr: 'Version non approuvée',
      ar: 'نسخة غير موافق عليها',
      en: 'Not approved',
    },
    detail: {
      fr: 'Seule une version approuvée et pas encore publiée se publie : voyez son état.',
      ar: 'لا تنشر إلا نسخة موافق عليها ولم تنشر بعد: انظروا حالتها.',
      en: 'Only a version that is approved and not out yet is published: see its state.',
    },
  },
  'version-not-published': {
    title: {
      fr: 'Version jamais publiée',
      ar: 'نسخة لم تنشر قط',
      en: 'Never published',
    },
    detail: {
      fr: "On ne revient qu'à une version qui a été publiée : choisissez-en une.",
      ar: 'لا يمكن الرجوع إلا إلى نسخة سبق نشرها: اختاروا واحدة.',
      en: 'Only a version that was published can come back: choose one.',
    },
  },
  'version-in-force': {
    title: {
      fr: 'Version irrévocable',
      ar: 'نسخة لا رجعة فيها',
      en: 'Version beyond withdrawal',
    },
    detail: {
      fr: 'Elle est ou fut en vigueur, ou déjà retirée : revenez plutôt à une version antérieure.',
      ar: 'هي سارية أو كانت كذلك، أو سبق سحبها: ارجعوا بدلا من ذلك إلى نسخة سابقة.',
      en: 'It is or was in force, or is withdrawn already: roll back to an earlier one instead.',
    },
  },
  'schedule-taken': {
    title: {
      fr: 'Dates déjà programmées',
      ar: 'تواريخ مبرمجة من قبل',
      en: 'Days already scheduled',
    },
    detail: {
      fr: 'Une autre version débute à ces dates (« taken ») : retirez-la ou changez de dates.',
      ar: 'نسخة أخرى مبرمجة لتبدأ في هذه التواريخ («taken»): اسحبوها أو غيروا التواريخ.',
      en: 'Another version is to begin on these days (`taken`): withdraw it, or choose other days.',
    },
  },
} as const satisfies Record<string, ProblemWording>;
