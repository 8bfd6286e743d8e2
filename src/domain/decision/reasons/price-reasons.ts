import type { ReasonSentences } from './reason-sentences.ts';

export const priceReasons = {
  'tariff-missing': {
    insured: {
      fr:
        'Le tarif de référence de {code} manque au {date} ; votre dossier attend sa mise ' +
        'à jour.',
      ar: 'التعريفة المرجعية للعمل {code} غير متوفرة بتاريخ {date}؛ ملفكم في انتظار تحيينها.',
      en: 'The reference tariff of {code} is missing on {date}; your file waits for it.',
    },
    provider: {
      fr: '{code} : pas de tarif {item} au {date} dans la grille {grid}.',
      ar: '{code}: لا توجد تعريفة {item} بتاريخ {date} في الشبكة {grid}.',
      en: '{code}: no tariff for {item} on {date} in grid {grid}.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : le dossier reprend dès que le tarif est enregistré.",
      ar: 'لا شيء مطلوب: يستأنف الملف فور تسجيل التعريفة.',
      en: 'Nothing to do: the file goes on as soon as the tariff is recorded.',
    },
  },
  'base-price-missing': {
    insured: {
      fr:
        'Le prix de référence du médicament {code} manque ; votre dossier attend sa mise ' +
        'à jour.',
      ar: 'الثمن المرجعي للدواء {code} غير متوفر؛ ملفكم في انتظار تحيينه.',
      en: 'The base price of medicine {code} is missing; your file waits for it.',
    },
    provider: {
      fr: '{code} : prix base de remboursement absent du référentiel au {date}.',
      ar: '{code}: ثمن أساس التعويض غير وارد في المرجع بتاريخ {date}.',
      en: '{code}: no base price in the referential on {date}.',
    },
    remedy: {
      fr: "Il n'y a rien à faire : le dossier reprend dès que le prix est enregistré.",
      ar: 'لا شيء مطلوب: يستأنف الملف فور تسجيل الثمن.',
      en: 'Nothing to do: the file goes on as soon as the price is recorded.',
    },
  },
} as const satisfies Record<string, ReasonSentences>;
