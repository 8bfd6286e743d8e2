import type { Language, Sentence } from '../decision/reasons/reason-sentences.ts';

/** What a field is called: by its whole path, else by its last name, else as it is written. */
export function fieldLabel(path: string, language: Language): string {
  const name = path.split('.').at(-1) ?? path;
  return (FIELDS[path] ?? FIELDS[name])?.[language] ?? path;
}

/** What a list of rows is called. */
export function listLabel(list: string, language: Language): string {
  return LISTS[list]?.[language] ?? list;
}

const LISTS: Readonly<Record<string, Sentence>> = {
  coverage: { fr: 'table de couverture', ar: 'جدول التغطية', en: 'coverage table' },
  exclusions: { fr: 'exclusions', ar: 'الاستثناءات', en: 'exclusions' },
  caps: { fr: 'plafonds', ar: 'السقوف', en: 'caps' },
  unitLimits: { fr: 'limites de quantité', ar: 'حدود الكمية', en: 'unit limits' },
  renewalIntervals: {
    fr: 'délais de renouvellement',
    ar: 'آجال التجديد',
    en: 'renewal intervals',
  },
  session: { fr: 'actes en une séance', ar: 'أعمال الحصة الواحدة', en: 'acts of one session' },
  filingLimits: { fr: 'délais de dépôt', ar: 'آجال الإيداع', en: 'filing limits' },
  ageLimits: { fr: "limites d'âge", ar: 'حدود السن', en: 'age limits' },
  prescriptions: { fr: 'prescriptions', ar: 'الوصفات', en: 'prescriptions' },
  authorizations: { fr: 'accords préalables', ar: 'الموافقات المسبقة', en: 'authorizations' },
  attachments: { fr: 'pièces jointes', ar: 'الوثائق المرفقة', en: 'attachments' },
  holds: { fr: 'mises en attente', ar: 'حالات التعليق', en: 'holds' },
  cases: { fr: 'cas de référence', ar: 'الحالات المرجعية', en: 'golden cases' },
};

const FIELDS: Readonly<Record<string, Sentence>> = {
  ...LISTS,
  code: { fr: 'code', ar: 'الرمز', en: 'code' },
  title: { fr: 'intitulé', ar: 'العنوان', en: 'title' },
  source: { fr: 'source', ar: 'المصدر', en: 'source' },
  schemes: { fr: 'régimes', ar: 'الأنظمة', en: 'schemes' },
  effectiveFrom: { fr: "date d'effet", ar: 'تاريخ السريان', en: 'effective from' },
  effectiveTo: { fr: 'dernier jour', ar: 'آخر يوم', en: 'last day' },
  tariffGrid: { fr: 'grille tarifaire', ar: 'شبكة التعريفات', en: 'tariff grid' },
  rate: { fr: 'taux', ar: 'النسبة', en: 'rate' },
  amount: { fr: 'montant', ar: 'المبلغ', en: 'amount' },
  per: { fr: 'compté par', ar: 'محتسب لكل', en: 'counted per' },
  maxUnits: { fr: 'unités au plus', ar: 'أقصى عدد الوحدات', en: 'most units' },
  'window.kind': { fr: 'période', ar: 'الفترة', en: 'window' },
  'window.months': { fr: 'mois de la période', ar: 'أشهر الفترة', en: 'months of the window' },
  'interval.days': { fr: 'délai en jours', ar: 'الأجل بالأيام', en: 'interval in days' },
  'interval.months': { fr: 'délai en mois', ar: 'الأجل بالأشهر', en: 'interval in months' },
  'limit.days': { fr: 'délai en jours', ar: 'الأجل بالأيام', en: 'limit in days' },
  'limit.months': { fr: 'délai en mois', ar: 'الأجل بالأشهر', en: 'limit in months' },
  'validity.days': { fr: 'validité en jours', ar: 'الصلاحية بالأيام', en: 'validity in days' },
  'validity.months': {
    fr: 'validité en mois',
    ar: 'الصلاحية بالأشهر',
    en: 'validity in months',
  },
  payments: { fr: 'modes de paiement', ar: 'طرق الأداء', en: 'modes of payment' },
  relationship: { fr: 'lien avec l’assuré', ar: 'صلة القرابة', en: 'relationship' },
  student: { fr: 'étudiant', ar: 'طالب', en: 'student' },
  lastAge: { fr: 'dernier âge', ar: 'آخر سن', en: 'last age' },
  technicalCategories: {
    fr: 'catégories techniques',
    ar: 'الفئات التقنية',
    en: 'technical categories',
  },
  consultationCategories: {
    fr: 'catégories de consultation',
    ar: 'فئات الاستشارة',
    en: 'consultation categories',
  },
  percentages: { fr: 'pourcentages', ar: 'النسب المئوية', en: 'percentages' },
  document: { fr: 'document', ar: 'الوثيقة', en: 'document' },
  fromAmount: { fr: 'à partir de', ar: 'ابتداء من', en: 'from' },
  kind: { fr: 'genre', ar: 'النوع', en: 'kind' },
  threshold: { fr: 'seuil', ar: 'العتبة', en: 'threshold' },
  share: { fr: 'part', ar: 'الحصة', en: 'share' },
  when: { fr: 'conditions', ar: 'الشروط', en: 'conditions' },
  settings: { fr: 'cadre des soins', ar: 'إطار العلاج', en: 'care settings' },
  kindsOfCare: { fr: 'natures de soins', ar: 'أنواع العلاج', en: 'kinds of care' },
  categories: { fr: 'catégories', ar: 'الفئات', en: 'categories' },
  acts: { fr: 'actes', ar: 'الأعمال', en: 'acts' },
  sectors: { fr: 'secteurs', ar: 'القطاعات', en: 'sectors' },
  specialties: { fr: 'spécialités', ar: 'التخصصات', en: 'specialties' },
  providerKinds: { fr: 'genres de prestataires', ar: 'أنواع مقدمي العلاج', en: 'provider kinds' },
  relationships: { fr: 'liens avec l’assuré', ar: 'صلات القرابة', en: 'relationships' },
  sexes: { fr: 'sexes', ar: 'الجنس', en: 'sexes' },
  illnesses: { fr: 'affections', ar: 'الأمراض', en: 'illnesses' },
  illnessCodes: { fr: 'codes des affections', ar: 'رموز الأمراض', en: 'illness codes' },
  medicineKinds: { fr: 'genres de médicaments', ar: 'أنواع الأدوية', en: 'medicine kinds' },
  minAge: { fr: 'âge minimal', ar: 'السن الأدنى', en: 'lowest age' },
  maxAge: { fr: 'âge maximal', ar: 'السن الأقصى', en: 'highest age' },
  minAmount: { fr: 'montant minimal', ar: 'المبلغ الأدنى', en: 'lowest amount' },
  maxAmount: { fr: 'montant maximal', ar: 'المبلغ الأقصى', en: 'highest amount' },
};
