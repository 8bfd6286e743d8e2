import type { ReasonSentences } from './reason-sentences.ts';

export const eligibilityReasons = {
  'insured-unknown': {
    insured: {
      fr: "Nous ne trouvons pas votre numéro d'immatriculation auprès de {issuer}.",
      ar: 'لم نجد رقم تسجيلكم لدى {issuer}.',
      en: 'We cannot find your registration number with {issuer}.',
    },
    provider: {
      fr: "L'assuré est inconnu de {issuer} sous le numéro déclaré.",
      ar: 'المؤمن له غير معروف لدى {issuer} بالرقم المصرح به.',
      en: 'The insured is not known to {issuer} under the number declared.',
    },
    remedy: {
      fr: "Vérifiez le numéro sur la carte de l'assuré, puis renvoyez la feuille.",
      ar: 'تحققوا من الرقم على بطاقة المؤمن له، ثم أعيدوا إرسال ورقة العلاجات.',
      en: "Check the number on the insured's card, then send the sheet again.",
    },
  },
  'patient-not-identified': {
    insured: {
      fr: "Nous ne trouvons pas auprès de {issuer} l'assuré et le patient tels que déclarés.",
      ar: 'لم نجد لدى {issuer} المؤمن له والمريض كما صرح بهما.',
      en: 'We cannot find with {issuer} the insured and the patient as they were declared.',
    },
    provider: {
      fr: 'Numéro, rang et date de naissance ne désignent ensemble aucune personne chez {issuer}.',
      ar: 'الرقم والرتبة وتاريخ الميلاد لا تدل مجتمعة على أي شخص لدى {issuer}.',
      en: 'Number, rank and date of birth together name nobody with {issuer}.',
    },
    remedy: {
      fr: "Vérifiez les trois sur la carte de l'assuré, puis demandez de nouveau.",
      ar: 'تحققوا من الثلاثة على بطاقة المؤمن له، ثم أعيدوا الطلب.',
      en: "Check all three on the insured's card, then ask again.",
    },
  },
  'scheme-unknown': {
    insured: {
      fr: 'Nous ne trouvons pas de régime à votre nom le {date}.',
      ar: 'لم نجد نظاما باسمكم بتاريخ {date}.',
      en: 'We find no scheme in your name on {date}.',
    },
    provider: {
      fr: "L'assuré n'est affilié à aucun régime le {date}.",
      ar: 'المؤمن له غير منخرط في أي نظام بتاريخ {date}.',
      en: 'The insured belongs to no scheme on {date}.',
    },
    remedy: {
      fr: "Demandez à votre organisme de mettre à jour l'affiliation, puis renvoyez la feuille.",
      ar: 'اطلبوا من الهيئة المكلفة بالتدبير تحيين الانخراط، ثم أعيدوا إرسال الورقة.',
      en: 'Ask the fund to update the affiliation, then send the sheet again.',
    },
  },
  'patient-not-attached': {
    insured: {
      fr: "La personne soignée n'était pas rattachée à votre dossier le {date}.",
      ar: 'لم يكن المستفيد من العلاج ملحقا بملفكم بتاريخ {date}.',
      en: 'The patient was not attached to your file on {date}.',
    },
    provider: {
      fr: "Le patient n'est pas rattaché à l'assuré le {date} avec le rang et le lien déclarés.",
      ar: 'المريض غير ملحق بالمؤمن له بتاريخ {date} بالرتبة والقرابة المصرح بهما.',
      en:
        'The patient is not attached to the insured on {date} with the rank and ' +
        'relationship declared.',
    },
    remedy: {
      fr:
        'Vérifiez le rang et le lien de parenté, ou faites rattacher cette personne par ' +
        "l'organisme.",
      ar: 'تحققوا من الرتبة وعلاقة القرابة، أو اطلبوا إلحاق هذا الشخص بالملف.',
      en: 'Check the rank and the relationship, or have the fund attach this person.',
    },
  },
  'care-before-birth': {
    insured: {
      fr: 'La date des soins ({date}) précède la naissance du patient ({birthDate}).',
      ar: 'تاريخ العلاج ({date}) سابق لتاريخ ولادة المريض ({birthDate}).',
      en: "The date of care ({date}) is before the patient's birth ({birthDate}).",
    },
    provider: {
      fr: 'Date des soins {date} antérieure à la naissance du patient, {birthDate}.',
      ar: 'تاريخ العلاج {date} سابق لولادة المريض في {birthDate}.',
      en: "Date of care {date} is before the patient's birth on {birthDate}.",
    },
    remedy: {
      fr: 'Corrigez la date des soins ou la date de naissance, puis renvoyez la feuille.',
      ar: 'صححوا تاريخ العلاج أو تاريخ الولادة، ثم أعيدوا إرسال الورقة.',
      en: 'Correct the date of care or the date of birth, then send the sheet again.',
    },
  },
  'care-after-death': {
    insured: {
      fr: 'La date des soins ({date}) suit le décès enregistré du patient ({deathDate}).',
      ar: 'تاريخ العلاج ({date}) لاحق لتاريخ الوفاة المسجل ({deathDate}).',
      en: 'The date of care ({date}) is after the recorded death of the patient ({deathDate}).',
    },
    provider: {
      fr: 'Date des soins {date} postérieure au décès enregistré le {deathDate}.',
      ar: 'تاريخ العلاج {date} لاحق للوفاة المسجلة في {deathDate}.',
      en: 'Date of care {date} is after the death recorded on {deathDate}.',
    },
    remedy: {
      fr: "Corrigez la date des soins, ou faites rectifier l'état civil auprès de l'organisme.",
      ar: 'صححوا تاريخ العلاج، أو اطلبوا تصحيح الحالة المدنية لدى الهيئة المكلفة بالتدبير.',
      en: 'Correct the date of care, or have the civil record put right with the fund.',
    },
  },
  'wrong-fund': {
    insured: {
      fr: "Le {date}, votre régime n'était pas géré par {addressed}.",
      ar: 'بتاريخ {date}، لم يكن نظامكم تحت تدبير {addressed}.',
      en: 'On {date}, your scheme was not managed by {addressed}.',
    },
    provider: {
      fr: "Le régime {scheme} n'est pas géré par {addressed} le {date}.",
      ar: 'النظام {scheme} ليس تحت تدبير {addressed} بتاريخ {date}.',
      en: 'Scheme {scheme} is not managed by {addressed} on {date}.',
    },
    remedy: {
      fr: "Adressez la feuille à l'organisme qui gère le régime à cette date[ : {fund}].",
      ar: 'وجهوا الورقة إلى الهيئة التي تدبر النظام في هذا التاريخ[: {fund}].',
      en: 'Address the sheet to the fund that manages the scheme on that date[: {fund}].',
    },
  },
  'rights-not-open': {
    insured: {
      fr: "Vos droits n'étaient pas ouverts le {date}.",
      ar: 'لم تكن حقوقكم مفتوحة بتاريخ {date}.',
      en: 'Your rights were not open on {date}.',
    },
    provider: {
      fr: "Les droits de l'assuré ne sont pas ouverts le {date}.",
      ar: 'حقوق المؤمن له غير مفتوحة بتاريخ {date}.',
      en: 'The rights of the insured are not open on {date}.',
    },
    remedy: {
      fr: "Régularisez l'ouverture des droits auprès de l'organisme, puis renvoyez la feuille.",
      ar: 'سووا وضعية فتح الحقوق لدى الهيئة المكلفة بالتدبير، ثم أعيدوا إرسال الورقة.',
      en: 'Have the rights opened with the fund, then send the sheet again.',
    },
  },
  'rights-suspended': {
    insured: {
      fr: "Vos droits étaient suspendus le {date}, depuis le {from}[ et jusqu'au {to}].",
      ar: 'كانت حقوقكم موقوفة بتاريخ {date}، منذ {from}[ وإلى غاية {to}].',
      en: 'Your rights were suspended on {date}, since {from}[ and until {to}].',
    },
    provider: {
      fr: "Droits suspendus le {date} (depuis le {from}[, jusqu'au {to}]).",
      ar: 'الحقوق موقوفة بتاريخ {date} (منذ {from}[، إلى غاية {to}]).',
      en: 'Rights suspended on {date} (since {from}[, until {to}]).',
    },
    remedy: {
      fr: "Régularisez vos cotisations auprès de l'organisme pour lever la suspension.",
      ar: 'سووا وضعية الاشتراكات لدى الهيئة المكلفة بالتدبير لرفع التوقيف.',
      en: 'Settle the contributions with the fund to lift the suspension.',
    },
  },
  'qualifying-period': {
    insured: {
      fr: 'Les soins du {date} précèdent la fin de votre période de stage, le {qualifiedOn}.',
      ar: 'علاجات {date} سابقة لنهاية فترة التدريب المحددة في {qualifiedOn}.',
      en: 'The care of {date} is before the end of your qualifying period, {qualifiedOn}.',
    },
    provider: {
      fr: 'Période de stage non accomplie le {date} : droits à partir du {qualifiedOn}.',
      ar: 'لم تكتمل فترة التدريب بتاريخ {date}: الحقوق ابتداء من {qualifiedOn}.',
      en: 'Qualifying period not done on {date}: rights from {qualifiedOn}.',
    },
    remedy: {
      fr: 'Seuls les soins à partir du {qualifiedOn} sont pris en charge.',
      ar: 'لا يتم التكفل إلا بالعلاجات ابتداء من {qualifiedOn}.',
      en: 'Only care from {qualifiedOn} on is covered.',
    },
  },
  'age-limit': {
    insured: {
      fr: "Le {date}, l'enfant avait {age} ans ; il est couvert jusqu'à {lastAge} ans inclus.",
      ar: 'بتاريخ {date} كان سن الابن {age} سنة؛ والتغطية إلى غاية {lastAge} سنة.',
      en: 'On {date} the child was {age}; cover lasts up to age {lastAge} included.',
    },
    provider: {
      fr: "Limite d'âge dépassée le {date} : {age} ans, limite {lastAge} ans inclus.",
      ar: 'تجاوز حد السن بتاريخ {date}: {age} سنة، والحد {lastAge} سنة.',
      en: 'Age limit passed on {date}: {age} years, limit {lastAge} included.',
    },
    remedy: {
      fr:
        "Si l'enfant étudie ou est en situation de handicap, envoyez le justificatif à " +
        "l'organisme.",
      ar: 'إذا كان الابن يتابع دراسته أو في وضعية إعاقة، أرسلوا الإثبات إلى الهيئة.',
      en: 'If the child studies or is disabled, send the proof to the fund.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
