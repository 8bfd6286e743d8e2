import type { ProblemWording } from './problem-wording.ts';

/** Problems that the caller solves by changing what is asked, or how. */
export const REQUEST_SENTENCES = {
  'request-malformed': {
    title: {
      fr: 'Requête illisible',
      ar: 'طلب غير مقروء',
      en: 'Request cannot be read',
    },
    detail: {
      fr: "La requête n'est pas du HTTP correct : vérifiez le chemin et les en-têtes.",
      ar: 'الطلب ليس بصيغة HTTP صحيحة: تحققوا من المسار والترويسات.',
      en: 'The request is not correct HTTP: check its path and headers.',
    },
  },
  'input-unreadable': {
    title: {
      fr: 'Corps illisible',
      ar: 'محتوى غير مقروء',
      en: 'Body cannot be read',
    },
    detail: {
      fr: "Le corps n'est pas du JSON strict en UTF-8 : corrigez ce que « errors » indique.",
      ar: 'المحتوى ليس JSON صارما بترميز UTF-8: صححوا ما تبينه «errors».',
      en: 'The body is not strict JSON in UTF-8: correct what `errors` names.',
    },
  },
  'input-invalid': {
    title: {
      fr: 'Données incorrectes',
      ar: 'بيانات غير صحيحة',
      en: 'Data is not right',
    },
    detail: {
      fr: "Le corps se lit, mais n'a pas la forme attendue : corrigez chaque erreur de « errors ».",
      ar: 'المحتوى مقروء لكن شكله غير صحيح: صححوا كل خطأ في «errors».',
      en: 'The body can be read but is not as it must be: correct every error of `errors`.',
    },
  },
  'query-invalid': {
    title: {
      fr: 'Paramètres incorrects',
      ar: 'معاملات غير صحيحة',
      en: 'Query is not right',
    },
    detail: {
      fr: 'Un paramètre de la requête est inconnu ou incorrect : voyez « errors ».',
      ar: 'معامل في الطلب غير معروف أو غير صحيح: انظروا «errors».',
      en: 'A parameter of the query is unknown or wrong: see `errors`.',
    },
  },
  'idempotency-key-missing': {
    title: {
      fr: 'Idempotency-Key manquant',
      ar: 'Idempotency-Key غير موجود',
      en: 'Idempotency-Key is missing',
    },
    detail: {
      fr: "Ajoutez l'en-tête Idempotency-Key, une valeur nouvelle par feuille de soins.",
      ar: 'أضيفوا الترويسة Idempotency-Key بقيمة جديدة لكل ورقة علاجات.',
      en: 'Add the header Idempotency-Key, a new value for each care sheet.',
    },
  },
  'idempotency-key-invalid': {
    title: {
      fr: 'Idempotency-Key incorrect',
      ar: 'Idempotency-Key غير صحيح',
      en: 'Idempotency-Key is not right',
    },
    detail: {
      fr: 'La clé compte 1 à 255 caractères ASCII visibles, sans espace.',
      ar: 'يتكون المفتاح من 1 إلى 255 حرف ASCII مرئي دون فراغ.',
      en: 'The key has 1 to 255 visible ASCII characters, without blanks.',
    },
  },
  'cursor-invalid': {
    title: {
      fr: 'Curseur incorrect',
      ar: 'مؤشر غير صحيح',
      en: 'Cursor is not right',
    },
    detail: {
      fr: "Utilisez un curseur tel que la page précédente l'a donné, ou aucun.",
      ar: 'استعملوا المؤشر كما ورد في الصفحة السابقة، أو بدون مؤشر.',
      en: 'Use a cursor as the previous page gave it, or none.',
    },
  },
  unauthenticated: {
    title: {
      fr: 'Authentification nécessaire',
      ar: 'يلزم إثبات الهوية',
      en: 'Authentication is needed',
    },
    detail: {
      fr: "Demandez un jeton à /oauth/token et envoyez-le dans l'en-tête Authorization.",
      ar: 'اطلبوا رمز دخول من /oauth/token وأرسلوه في الترويسة Authorization.',
      en: 'Ask for a token at /oauth/token and send it in the header Authorization.',
    },
  },
  forbidden: {
    title: {
      fr: 'Accès refusé',
      ar: 'الولوج مرفوض',
      en: 'Not allowed',
    },
    detail: {
      fr: "Votre client n'a pas le rôle que l'opération demande : voyez avec l'administrateur.",
      ar: 'ليس لعميلكم الدور المطلوب لهذه العملية: اتصلوا بالمسؤول.',
      en: 'Your client does not have the role that this asks for: see your administrator.',
    },
  },
  'not-found': {
    title: {
      fr: 'Introuvable',
      ar: 'غير موجود',
      en: 'Not found',
    },
    detail: {
      fr: 'Rien de visible pour vous ne se trouve à cette adresse : vérifiez-la.',
      ar: 'لا يوجد في هذا العنوان شيء متاح لكم: تحققوا منه.',
      en: 'Nothing that you may see is at this address: check it.',
    },
  },
  'not-decided': {
    title: {
      fr: 'Pas encore de décision',
      ar: 'لا قرار بعد',
      en: 'No decision yet',
    },
    detail: {
      fr: "Cette feuille de soins n'a pas encore de décision : redemandez dans un instant.",
      ar: 'لم يُتخذ بعد قرار بشأن ورقة العلاج هذه: أعيدوا الطلب بعد قليل.',
      en: 'This care sheet has no decision yet: ask again shortly.',
    },
  },
  'method-not-allowed': {
    title: {
      fr: 'Méthode non admise',
      ar: 'طريقة غير مقبولة',
      en: 'Method not allowed',
    },
    detail: {
      fr: "Utilisez une des méthodes de l'en-tête Allow.",
      ar: 'استعملوا إحدى الطرق المذكورة في الترويسة Allow.',
      en: 'Use one of the methods of the header Allow.',
    },
  },
  'not-acceptable': {
    title: {
      fr: 'Format non disponible',
      ar: 'صيغة غير متوفرة',
      en: 'Format not available',
    },
    detail: {
      fr: "Cette ressource n'existe pas dans un format de votre en-tête Accept.",
      ar: 'هذا المورد غير متوفر بصيغة مذكورة في الترويسة Accept.',
      en: 'This resource does not exist in a format of your header Accept.',
    },
  },
  'request-timeout': {
    title: {
      fr: 'Requête trop lente',
      ar: 'طلب بطيء جدا',
      en: 'Request too slow',
    },
    detail: {
      fr: "La requête n'est pas arrivée à temps : renvoyez-la avec la même clé.",
      ar: 'لم يصل الطلب في الوقت المحدد: أعيدوا إرساله بنفس المفتاح.',
      en: 'The request did not arrive in time: send it again with the same key.',
    },
  },
  conflict: {
    title: {
      fr: 'État incompatible',
      ar: 'حالة غير متوافقة',
      en: 'Conflict with its state',
    },
    detail: {
      fr: "L'état actuel ne permet pas cette opération : relisez la ressource.",
      ar: 'الحالة الحالية لا تسمح بهذه العملية: أعيدوا قراءة المورد.',
      en: 'Its present state does not allow this: read the resource again.',
    },
  },
  'in-progress': {
    title: {
      fr: 'Déjà en cours',
      ar: 'قيد المعالجة',
      en: 'Already running',
    },
    detail: {
      fr: 'La première requête avec cette clé est en cours : réessayez dans un instant.',
      ar: 'الطلب الأول بهذا المفتاح قيد المعالجة: أعيدوا المحاولة بعد لحظة.',
      en: 'The first request with this key is still running: try again in a moment.',
    },
  },
  'number-taken': {
    title: {
      fr: 'Numéro déjà utilisé',
      ar: 'رقم مستعمل',
      en: 'Number already used',
    },
    detail: {
      fr: 'Une de vos feuilles porte déjà ce numéro ; « id » est la première.',
      ar: 'إحدى أوراقكم تحمل هذا الرقم؛ «id» هو رقم الأولى.',
      en: 'One of your care sheets has this number already; `id` is the first one.',
    },
  },
  'cursor-expired': {
    title: {
      fr: 'Curseur périmé',
      ar: 'مؤشر منتهي الصلاحية',
      en: 'Cursor no longer valid',
    },
    detail: {
      fr: 'La base a été restaurée depuis : recommencez le fil sans curseur.',
      ar: 'تمت استعادة قاعدة البيانات: أعيدوا القراءة من البداية بدون مؤشر.',
      en: 'The database was restored since: start the feed again without a cursor.',
    },
  },
} as const satisfies Record<string, ProblemWording>;
