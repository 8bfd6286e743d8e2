import type { ReasonSentences } from './reason-sentences.ts';

export const limitReasons = {
  'unit-limit': {
    insured: {
      fr:
        'Le nombre de soins pris en charge est limité à {maxUnits} ; {used} étaient déjà ' +
        'utilisés.',
      ar: 'عدد العلاجات المتكفل بها محدود في {maxUnits}؛ وقد استعملت منها {used}.',
      en: 'The number of units covered is limited to {maxUnits}; {used} were already used.',
    },
    provider: {
      fr:
        'Règle {row} : {maxUnits} unités au plus, {used} utilisées, {declared} déclarées, ' +
        '{allowed} admises.',
      ar:
        'القاعدة {row}: {maxUnits} وحدات على الأكثر، المستعملة {used}، المصرح بها ' +
        '{declared}، المقبولة {allowed}.',
      en:
        'Rule {row}: at most {maxUnits} units, {used} used, {declared} declared, ' +
        '{allowed} allowed.',
    },
    remedy: {
      fr: "Les unités en trop restent à votre charge jusqu'à la période suivante.",
      ar: 'تبقى الوحدات الزائدة على عاتقكم إلى الفترة الموالية.',
      en: 'The further units stay at your charge until the next period.',
    },
  },
  'too-early': {
    insured: {
      fr:
        'Le dernier renouvellement date du {lastOn} ; le suivant est possible à partir du ' +
        '{nextOn}.',
      ar: 'آخر تجديد كان في {lastOn}؛ والتجديد الموالي ممكن ابتداء من {nextOn}.',
      en: 'The last renewal was on {lastOn}; the next is possible from {nextOn}.',
    },
    provider: {
      fr:
        'Règle {row} : délai de renouvellement, dernier le {lastOn}, possible dès le ' +
        '{nextOn}, soin du {date}.',
      ar:
        'القاعدة {row}: مدة التجديد، الأخير في {lastOn}، ممكن ابتداء من {nextOn}، والعلاج ' +
        'في {date}.',
      en:
        'Rule {row}: renewal interval, last on {lastOn}, possible from {nextOn}, care on ' +
        '{date}.',
    },
    remedy: {
      fr: 'Attendez le {nextOn} pour le prochain renouvellement pris en charge.',
      ar: 'انتظروا {nextOn} للتجديد المقبل المتكفل به.',
      en: 'Wait until {nextOn} for the next renewal that is covered.',
    },
  },
  'cap-reached': {
    insured: {
      fr: 'Le plafond de {capAmount} DH est atteint : il restait {remaining} DH.',
      ar: 'تم بلوغ السقف المحدد في {capAmount} درهم: المتبقي {remaining} درهم.',
      en: 'The cap of {capAmount} MAD is reached: {remaining} MAD remained.',
    },
    provider: {
      fr:
        'Règle {row} : plafond {capAmount} DH, utilisé {used} DH, reste {remaining} DH, ' +
        'part calculée {benefit} DH.',
      ar:
        'القاعدة {row}: السقف {capAmount} درهم، المستعمل {used}، المتبقي {remaining}، ' +
        'الحصة المحتسبة {benefit}.',
      en:
        'Rule {row}: cap {capAmount} MAD, used {used}, remaining {remaining}, benefit ' +
        'before cap {benefit}.',
    },
    remedy: {
      fr: "Le montant au-delà du plafond reste à votre charge jusqu'à ce qu'il se libère.",
      ar: 'يبقى ما يتجاوز السقف على عاتقكم إلى أن يتجدد.',
      en: 'The amount above the cap stays at your charge until the cap frees itself.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
