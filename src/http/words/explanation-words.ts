import type { Heading } from '#domain/decision/move.ts';
import type { Language, Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** The headings of the amounts, as forms and statements call them. */
export const HEADING_WORDS: Readonly<Record<Heading, Sentence>> = {
  submitted: { fr: 'facturé', ar: 'المفوتر', en: 'submitted' },
  benefit: { fr: 'organisme', ar: 'حصة الهيئة', en: 'benefit' },
  copay: { fr: 'ticket modérateur', ar: 'حصة المؤمن', en: 'copay' },
  overCap: { fr: 'hors plafond', ar: 'فوق السقف', en: 'over cap' },
  excess: { fr: 'dépassement', ar: 'التجاوز', en: 'excess' },
  disallowed: { fr: 'rejeté', ar: 'المرفوض', en: 'disallowed' },
};

export const OUTCOME_WORDS: Readonly<Record<string, Sentence>> = {
  approved: { fr: 'accordée', ar: 'مقبول', en: 'approved' },
  partial: { fr: 'accordée en partie', ar: 'مقبول جزئيا', en: 'partial' },
  rejected: { fr: 'rejetée', ar: 'مرفوض', en: 'rejected' },
  reduced: { fr: 'réduite', ar: 'مخفض', en: 'reduced' },
  denied: { fr: 'refusée', ar: 'مرفوض', en: 'denied' },
  pended: { fr: 'en attente', ar: 'في الانتظار', en: 'pended' },
};

interface ExplanationWords {
  readonly sheet: string;
  readonly revision: string;
  readonly line: string;
  readonly under: string;
  readonly since: string;
  /** Of the columns of the table. */
  readonly rule: string;
  readonly moved: string;
  readonly amount: string;
  readonly open: string;
}

/** The frame of an explanation that is printed. */
export const EXPLANATION_WORDS: Readonly<Record<Language, ExplanationWords>> = {
  fr: {
    sheet: 'Feuille de soins',
    revision: 'révision',
    line: 'Ligne',
    under: 'selon',
    since: 'en vigueur depuis le',
    rule: 'règle',
    moved: 'mouvement',
    amount: 'montant',
    open: "Montants ouverts : une ligne n'a pas encore pu être valorisée.",
  },
  ar: {
    sheet: 'ورقة العلاجات',
    revision: 'المراجعة',
    line: 'السطر',
    under: 'حسب',
    since: 'ساري منذ',
    rule: 'القاعدة',
    moved: 'الحركة',
    amount: 'المبلغ',
    open: 'المبالغ غير نهائية: تعذر تسعير أحد الأسطر إلى الآن.',
  },
  en: {
    sheet: 'Care sheet',
    revision: 'revision',
    line: 'Line',
    under: 'under',
    since: 'in force since',
    rule: 'rule',
    moved: 'moved',
    amount: 'amount',
    open: 'Amounts are open: a line could not be priced yet.',
  },
};
