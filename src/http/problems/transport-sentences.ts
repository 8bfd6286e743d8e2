import type { ProblemWording } from './problem-wording.ts';

/** Problems of the transport and of our own side. */
export const TRANSPORT_SENTENCES = {
  'body-too-large': {
    title: {
      fr: 'Corps trop grand',
      ar: 'محتوى كبير جدا',
      en: 'Body too large',
    },
    detail: {
      fr: 'Le corps dépasse 256 ko : envoyez une feuille de soins par requête.',
      ar: 'يتجاوز المحتوى 256 كيلوبايت: أرسلوا ورقة علاجات واحدة في كل طلب.',
      en: 'The body is above 256 kB: send one care sheet a request.',
    },
  },
  'media-type-unsupported': {
    title: {
      fr: 'Type de contenu non admis',
      ar: 'نوع محتوى غير مقبول',
      en: 'Content type not supported',
    },
    detail: {
      fr: 'Envoyez le type de contenu que cette opération attend, en UTF-8.',
      ar: 'أرسلوا نوع المحتوى المطلوب لهذه العملية بترميز UTF-8.',
      en: 'Send the content type that this operation expects, in UTF-8.',
    },
  },
  'encoding-unsupported': {
    title: {
      fr: 'Encodage non admis',
      ar: 'ترميز غير مقبول',
      en: 'Encoding not supported',
    },
    detail: {
      fr: 'Envoyez le corps sans compression (sans Content-Encoding).',
      ar: 'أرسلوا المحتوى دون ضغط (بدون Content-Encoding).',
      en: 'Send the body uncompressed, without Content-Encoding.',
    },
  },
  'key-reused': {
    title: {
      fr: 'Clé réutilisée',
      ar: 'مفتاح معاد استعماله',
      en: 'Key used again',
    },
    detail: {
      fr: 'Cette Idempotency-Key a servi pour une autre requête : prenez-en une nouvelle.',
      ar: 'استعمل هذا المفتاح لطلب آخر: خذوا مفتاحا جديدا.',
      en: 'This Idempotency-Key was used for another request: take a new one.',
    },
  },
  'too-many-requests': {
    title: {
      fr: 'Trop de requêtes',
      ar: 'طلبات كثيرة',
      en: 'Too many requests',
    },
    detail: {
      fr: "Attendez le nombre de secondes de l'en-tête Retry-After.",
      ar: 'انتظروا عدد الثواني المذكور في الترويسة Retry-After.',
      en: 'Wait for the seconds of the header Retry-After.',
    },
  },
  'headers-too-large': {
    title: {
      fr: 'En-têtes trop grands',
      ar: 'ترويسات كبيرة جدا',
      en: 'Headers too large',
    },
    detail: {
      fr: 'Les en-têtes de la requête dépassent la limite : réduisez-les.',
      ar: 'ترويسات الطلب تتجاوز الحد: قلصوها.',
      en: 'The headers of the request are above the limit: make them smaller.',
    },
  },
  'configuration-invalid': {
    title: {
      fr: 'Erreur interne',
      ar: 'خطأ داخلي',
      en: 'Internal error',
    },
    detail: {
      fr: "Le service est mal réglé : donnez « instance » à l'exploitant.",
      ar: 'الخدمة غير مضبوطة: أبلغوا المستغل بقيمة «instance».',
      en: 'The server is not set up right: give `instance` to its operator.',
    },
  },
  'server-unsuitable': {
    title: {
      fr: 'Erreur interne',
      ar: 'خطأ داخلي',
      en: 'Internal error',
    },
    detail: {
      fr: "Le service est mal réglé : donnez « instance » à l'exploitant.",
      ar: 'الخدمة غير مضبوطة: أبلغوا المستغل بقيمة «instance».',
      en: 'The server is not set up right: give `instance` to its operator.',
    },
  },
  internal: {
    title: {
      fr: 'Erreur interne',
      ar: 'خطأ داخلي',
      en: 'Internal error',
    },
    detail: {
      fr: "Une erreur est survenue de notre côté ; donnez « instance » à l'exploitant.",
      ar: 'حدث خطأ من جهتنا؛ أبلغوا المستغل بقيمة «instance».',
      en: 'Something failed on our side; give `instance` to the operator.',
    },
  },
  'database-unavailable': {
    title: {
      fr: 'Indisponible',
      ar: 'غير متاح',
      en: 'Unavailable',
    },
    detail: {
      fr: "Réessayez dans quelques secondes, avec la même clé : rien n'est fait deux fois.",
      ar: 'أعيدوا المحاولة بعد ثوان بنفس المفتاح: لا شيء ينفذ مرتين.',
      en: 'Try again in a few seconds with the same key: nothing is done twice.',
    },
  },
  'queue-unavailable': {
    title: {
      fr: 'Indisponible',
      ar: 'غير متاح',
      en: 'Unavailable',
    },
    detail: {
      fr: "Réessayez dans quelques secondes, avec la même clé : rien n'est fait deux fois.",
      ar: 'أعيدوا المحاولة بعد ثوان بنفس المفتاح: لا شيء ينفذ مرتين.',
      en: 'Try again in a few seconds with the same key: nothing is done twice.',
    },
  },
  overloaded: {
    title: {
      fr: 'Surcharge',
      ar: 'حمل زائد',
      en: 'Overloaded',
    },
    detail: {
      fr: 'Trop de travail en cours : réessayez dans quelques secondes avec la même clé.',
      ar: 'العمل الجاري كثير: أعيدوا المحاولة بعد ثوان بنفس المفتاح.',
      en: 'Too much is going on: try again in a few seconds with the same key.',
    },
  },
} as const satisfies Record<string, ProblemWording>;
