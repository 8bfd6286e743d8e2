import type { ReasonSentences } from './reason-sentences.ts';

export const formReasons = {
  'prescription-missing': {
    insured: {
      fr: "Ce soin demande une ordonnance, et la feuille n'en indique pas.",
      ar: 'هذا العلاج يتطلب وصفة طبية، والورقة لا تذكر أي وصفة.',
      en: 'This care needs a prescription, and the sheet names none.',
    },
    provider: {
      fr: 'Ligne {line} ({code}) : ordonnance obligatoire, non déclarée.',
      ar: 'السطر {line} ({code}): الوصفة الطبية إلزامية ولم يصرح بها.',
      en: 'Line {line} ({code}): a prescription is required and not declared.',
    },
    remedy: {
      fr: "Indiquez la date de l'ordonnance, puis renvoyez la feuille.",
      ar: 'اذكروا تاريخ الوصفة الطبية، ثم أعيدوا إرسال الورقة.',
      en: 'State the date of the prescription, then send the sheet again.',
    },
  },
  'prescription-after-care': {
    insured: {
      fr: "L'ordonnance ({prescribedOn}) est postérieure au soin ({date}).",
      ar: 'الوصفة الطبية ({prescribedOn}) لاحقة للعلاج ({date}).',
      en: 'The prescription ({prescribedOn}) is after the care ({date}).',
    },
    provider: {
      fr: "Ligne {line} ({code}) : exécutée le {date}, avant l'ordonnance du {prescribedOn}.",
      ar: 'السطر {line} ({code}): تم التنفيذ في {date} قبل الوصفة المؤرخة في {prescribedOn}.',
      en: 'Line {line} ({code}): executed on {date}, before the prescription of {prescribedOn}.',
    },
    remedy: {
      fr: 'Vérifiez les deux dates et corrigez celle qui est fausse.',
      ar: 'تحققوا من التاريخين وصححوا الخاطئ منهما.',
      en: 'Check both dates and correct the wrong one.',
    },
  },
  'prescription-expired': {
    insured: {
      fr:
        "L'ordonnance du {prescribedOn} n'était plus valable le {date} (dernier jour " +
        '{lastDay}).',
      ar: 'الوصفة المؤرخة في {prescribedOn} لم تعد صالحة في {date} (آخر يوم {lastDay}).',
      en: 'The prescription of {prescribedOn} was no longer valid on {date} (last day {lastDay}).',
    },
    provider: {
      fr:
        'Ligne {line} ({code}) : ordonnance du {prescribedOn} périmée depuis le ' +
        '{lastDay}, soin du {date}.',
      ar:
        'السطر {line} ({code}): وصفة {prescribedOn} انتهت صلاحيتها في {lastDay}، والعلاج ' +
        'في {date}.',
      en:
        'Line {line} ({code}): prescription of {prescribedOn} ended on {lastDay}, care on ' +
        '{date}.',
    },
    remedy: {
      fr: 'Pour de nouveaux soins, demandez une nouvelle ordonnance.',
      ar: 'بالنسبة لعلاجات جديدة، اطلبوا وصفة طبية جديدة.',
      en: 'For new care, ask for a new prescription.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
