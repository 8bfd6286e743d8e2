import type { ReasonSentences } from './reason-sentences.ts';

export const timeReasons = {
  'time-barred': {
    insured: {
      fr: 'La feuille est arrivée le {receivedOn}, après le dernier jour admis, le {lastDay}.',
      ar: 'وصلت الورقة بتاريخ {receivedOn}، بعد آخر أجل مقبول وهو {lastDay}.',
      en: 'The sheet arrived on {receivedOn}, after the last day allowed, {lastDay}.',
    },
    provider: {
      fr: 'Forclusion : reçue le {receivedOn}, dernier jour {lastDay} (délai compté du {from}).',
      ar: 'سقوط الحق: تم التوصل في {receivedOn}، وآخر أجل {lastDay} (ابتداء من {from}).',
      en: 'Time-barred: received on {receivedOn}, last day {lastDay} (counted from {from}).',
    },
    remedy: {
      fr: "Si un cas de force majeure l'explique, adressez une réclamation à l'organisme.",
      ar: 'إذا كان السبب قوة قاهرة، وجهوا شكاية إلى الهيئة المكلفة بالتدبير.',
      en: 'If circumstances beyond control explain it, send a complaint to the fund.',
    },
  },
  'received-before-care': {
    insured: {
      fr:
        'La date des soins ({date}) est postérieure à la réception de la feuille ' +
        '({receivedOn}).',
      ar: 'تاريخ العلاج ({date}) لاحق لتاريخ التوصل بالورقة ({receivedOn}).',
      en: 'The date of care ({date}) is after the sheet was received ({receivedOn}).',
    },
    provider: {
      fr: 'Soins du {date} postérieurs à la réception du {receivedOn}.',
      ar: 'علاجات {date} لاحقة للتوصل بالورقة في {receivedOn}.',
      en: 'Care of {date} is after receipt on {receivedOn}.',
    },
    remedy: {
      fr: 'Corrigez la date des soins, ou envoyez la feuille une fois les soins réalisés.',
      ar: 'صححوا تاريخ العلاج، أو أرسلوا الورقة بعد إنجاز العلاجات.',
      en: 'Correct the date of care, or send the sheet once the care is done.',
    },
  },
  'discharge-before-admission': {
    insured: {
      fr: "La date de sortie ({discharge}) précède la date d'admission ({admission}).",
      ar: 'تاريخ الخروج ({discharge}) سابق لتاريخ الدخول ({admission}).',
      en: 'The discharge ({discharge}) is before the admission ({admission}).',
    },
    provider: {
      fr: "Sortie le {discharge} antérieure à l'admission le {admission}.",
      ar: 'الخروج في {discharge} سابق للدخول في {admission}.',
      en: 'Discharge on {discharge} is before admission on {admission}.',
    },
    remedy: {
      fr: 'Corrigez les dates du séjour, puis renvoyez la feuille.',
      ar: 'صححوا تواريخ الاستشفاء، ثم أعيدوا إرسال الورقة.',
      en: 'Correct the dates of the stay, then send the sheet again.',
    },
  },
  'line-outside-stay': {
    insured: {
      fr: 'Un soin du {date} est hors du séjour, du {admission} au {discharge}.',
      ar: 'علاج بتاريخ {date} خارج مدة الاستشفاء من {admission} إلى {discharge}.',
      en: 'Care of {date} is outside the stay, {admission} to {discharge}.',
    },
    provider: {
      fr: 'Ligne {line} : date {date} hors du séjour du {admission} au {discharge}.',
      ar: 'السطر {line}: التاريخ {date} خارج مدة الاستشفاء من {admission} إلى {discharge}.',
      en: 'Line {line}: date {date} outside the stay of {admission} to {discharge}.',
    },
    remedy: {
      fr: 'Corrigez la date de la ligne {line}, ou déclarez-la sur une autre feuille.',
      ar: 'صححوا تاريخ السطر {line}، أو صرحوا به في ورقة أخرى.',
      en: 'Correct the date of line {line}, or declare it on another sheet.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
