import type { ReasonSentences } from './reason-sentences.ts';

export const reviewReasons = {
  'ruleset-missing': {
    insured: {
      fr: 'Les règles de votre régime manquent au {date} ; votre dossier est mis en attente.',
      ar: 'قواعد نظامكم غير متوفرة بتاريخ {date}؛ ملفكم في الانتظار.',
      en: 'The rules of your scheme are missing on {date}; your file is waiting.',
    },
    provider: {
      fr: 'Aucune version de règles en vigueur pour le régime {scheme} le {date}.',
      ar: 'لا توجد قواعد سارية للنظام {scheme} بتاريخ {date}.',
      en: 'No ruleset in force for scheme {scheme} on {date}.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : le dossier reprend dès que les règles sont publiées.",
      ar: 'لا شيء مطلوب: يستأنف الملف فور نشر القواعد.',
      en: 'Nothing to do: the file goes on as soon as the rules are published.',
    },
  },
  'late-arrival': {
    insured: {
      fr:
        'Un dossier déjà décidé dépend de ces soins du {date} ; un gestionnaire examine ' +
        'les deux.',
      ar: 'ملف سبق البت فيه مرتبط بعلاجات {date}؛ يدرس مكلف الملفين معا.',
      en: 'A file already decided depends on this care of {date}; a clerk is looking at both.',
    },
    provider: {
      fr:
        'Soins du {date} : ils changeraient la feuille {sheetNumber}, ligne {line}, déjà ' +
        'décidée.',
      ar: 'علاجات {date}: من شأنها تغيير الورقة {sheetNumber}، السطر {line}، التي سبق البت فيها.',
      en: 'Care of {date}: it would change sheet {sheetNumber}, line {line}, already decided.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : un gestionnaire revoit les deux feuilles.",
      ar: 'لا شيء مطلوب: يراجع مكلف الورقتين معا.',
      en: 'Nothing to do: a clerk reviews both sheets.',
    },
  },
  'review-amount': {
    insured: {
      fr: 'Votre dossier est vérifié par un gestionnaire, en raison de son montant.',
      ar: 'يخضع ملفكم لمراجعة من طرف مكلف بسبب مبلغه.',
      en: 'Your file is being checked by a clerk because of its amount.',
    },
    provider: {
      fr:
        'Montant de {submitted} DH, à partir de {threshold} DH une vérification est faite ' +
        '({row}).',
      ar: 'المبلغ {submitted} درهم؛ تتم المراجعة ابتداء من {threshold} درهم ({row}).',
      en: 'Amount of {submitted} MAD; a check is made from {threshold} MAD upwards ({row}).',
    },
    remedy: {
      fr: "Il n'y a rien à faire ; on vous écrira si une pièce manque.",
      ar: 'لا شيء مطلوب؛ سنراسلكم إن نقصت وثيقة.',
      en: 'Nothing to do; you will be written to if a document is missing.',
    },
  },
  'review-category': {
    insured: {
      fr: 'Votre dossier est vérifié par un gestionnaire, en raison du type de soins.',
      ar: 'يخضع ملفكم لمراجعة من طرف مكلف بسبب نوع العلاج.',
      en: 'Your file is being checked by a clerk because of the kind of care.',
    },
    provider: {
      fr: 'Ligne {line} : catégorie de soins soumise à vérification ({row}).',
      ar: 'السطر {line}: صنف علاجات خاضع للمراجعة ({row}).',
      en: 'Line {line}: a category of care that is checked ({row}).',
    },
    remedy: {
      fr: "Il n'y a rien à faire ; on vous écrira si une pièce manque.",
      ar: 'لا شيء مطلوب؛ سنراسلكم إن نقصت وثيقة.',
      en: 'Nothing to do; you will be written to if a document is missing.',
    },
  },
  'review-sample': {
    insured: {
      fr: "Votre dossier fait partie d'un échantillon vérifié ; cela n'indique aucun soupçon.",
      ar: 'ملفكم ضمن عينة تتم مراجعتها؛ ولا يدل ذلك على أي شبهة.',
      en: 'Your file is part of a sample that is checked; this implies no suspicion.',
    },
    provider: {
      fr: 'Feuille tirée au sort, {share} des feuilles ({row}).',
      ar: 'ورقة مختارة بالقرعة، {share} من الأوراق ({row}).',
      en: 'Sheet drawn by lot, {share} of sheets ({row}).',
    },
    remedy: {
      fr: "Il n'y a rien à faire ; on vous écrira si une pièce manque.",
      ar: 'لا شيء مطلوب؛ سنراسلكم إن نقصت وثيقة.',
      en: 'Nothing to do; you will be written to if a document is missing.',
    },
  },
  quarantined: {
    insured: {
      fr: "Un incident technique retarde votre dossier ; il n'est pas perdu.",
      ar: 'عطب تقني يؤخر ملفكم؛ ولم يضع.',
      en: 'A technical incident delays your file; it is not lost.',
    },
    provider: {
      fr: 'Traitement interrompu {attempts} fois ; la feuille est isolée.',
      ar: 'انقطعت المعالجة {attempts} مرات؛ تم عزل الورقة.',
      en: 'Processing stopped {attempts} times; the sheet is set apart.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : l'exploitant reprend la feuille.",
      ar: 'لا شيء مطلوب: يستأنف المشغل معالجة الورقة.',
      en: 'Nothing to do: the operator takes the sheet up again.',
    },
  },
  'rib-missing': {
    insured: {
      fr: 'Votre remboursement est décidé ; il attend vos coordonnées bancaires.',
      ar: 'تم البت في تعويضكم؛ وهو في انتظار بياناتكم البنكية.',
      en: 'Your reimbursement is decided; it waits for your bank details.',
    },
    provider: {
      fr: 'Paiement en attente : RIB absent pour {payee}.',
      ar: 'الأداء في الانتظار: كشف التعريف البنكي غير متوفر بالنسبة إلى {payee}.',
      en: 'Payment held: no RIB for {payee}.',
    },
    remedy: {
      fr: "Envoyez le RIB (24 chiffres) à l'organisme.",
      ar: 'أرسلوا كشف التعريف البنكي (24 رقما) إلى الهيئة المكلفة بالتدبير.',
      en: 'Send the RIB (24 digits) to the fund.',
    },
  },
  'rib-invalid': {
    insured: {
      fr: 'Votre remboursement est décidé ; le RIB enregistré contient une erreur.',
      ar: 'تم البت في تعويضكم؛ وكشف التعريف البنكي المسجل يتضمن خطأ.',
      en: 'Your reimbursement is decided; the RIB on record contains a mistake.',
    },
    provider: {
      fr: 'Paiement en attente : RIB invalide pour {payee}.',
      ar: 'الأداء في الانتظار: كشف التعريف البنكي غير صحيح بالنسبة إلى {payee}.',
      en: 'Payment held: invalid RIB for {payee}.',
    },
    remedy: {
      fr: "Relisez le RIB (24 chiffres) et envoyez-le corrigé à l'organisme.",
      ar: 'راجعوا كشف التعريف البنكي (24 رقما) وأرسلوه مصححا إلى الهيئة المكلفة بالتدبير.',
      en: 'Read the RIB (24 digits) again and send the corrected one to the fund.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
