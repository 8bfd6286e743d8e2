import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What is wrong with one field of a row that is imported. */
export const IMPORT_FIELD_SENTENCES = {
  required: {
    fr: 'Le champ {field} est obligatoire : remplissez-le.',
    ar: 'الحقل {field} إلزامي: املؤوه.',
    en: 'The field {field} is required: fill it in.',
  },
  'not-valid': {
    fr: 'La valeur de {field} ne convient pas : corrigez-la.',
    ar: 'قيمة الحقل {field} غير مناسبة: صححوها.',
    en: 'The value of {field} does not fit: correct it.',
  },
  'not-a-text': {
    fr: 'Le texte de {field} est trop long ou contient des caractères de commande.',
    ar: 'نص الحقل {field} طويل جدا أو يتضمن محارف تحكم.',
    en: 'The text of {field} is too long or holds control characters.',
  },
  'not-a-date': {
    fr: "La date de {field} n'existe pas : écrivez-la comme 2026-11-21.",
    ar: 'تاريخ الحقل {field} غير موجود: اكتبوه على شكل 2026-11-21.',
    en: 'The date in {field} does not exist: write it as 2026-11-21.',
  },
  'not-an-amount': {
    fr: 'Le montant de {field} doit être en dirhams avec deux décimales, comme 80.00.',
    ar: 'يجب أن يكون مبلغ الحقل {field} بالدرهم وبرقمين عشريين، مثل 80.00.',
    en: 'The amount in {field} must be in dirhams with two decimals, as 80.00.',
  },
  'not-a-price': {
    fr: "Le prix de {field} n'est pas lisible : écrivez-le comme 95.00.",
    ar: 'ثمن الحقل {field} غير مقروء: اكتبوه على شكل 95.00.',
    en: 'The price in {field} cannot be read: write it as 95.00.',
  },
  'not-a-rate': {
    fr: 'Le taux de {field} doit être compris entre 0 et 1, comme 0.70.',
    ar: 'يجب أن تكون النسبة في الحقل {field} بين 0 و1، مثل 0.70.',
    en: 'The rate in {field} must be between 0 and 1, as 0.70.',
  },
  'not-a-coefficient': {
    fr: 'Le coefficient de {field} doit être positif, avec deux décimales au plus.',
    ar: 'يجب أن يكون معامل الحقل {field} موجبا، برقمين عشريين على الأكثر.',
    en: 'The coefficient in {field} must be above zero, with at most two decimals.',
  },
  'not-a-number': {
    fr: 'Le nombre de {field} est hors des limites ou illisible.',
    ar: 'عدد الحقل {field} خارج الحدود أو غير مقروء.',
    en: 'The number in {field} is out of its range or cannot be read.',
  },
  'not-a-flag': {
    fr: 'Écrivez true ou false dans {field}.',
    ar: 'اكتبوا true أو false في الحقل {field}.',
    en: 'Write true or false in {field}.',
  },
  'not-one-of': {
    fr: "La valeur de {field} n'est pas de celles qui sont admises.",
    ar: 'قيمة الحقل {field} ليست من القيم المقبولة.',
    en: 'The value of {field} is not one of those allowed.',
  },
  'not-a-code': {
    fr: "Le code de {field} n'a pas la bonne forme.",
    ar: 'شكل رمز الحقل {field} غير صحيح.',
    en: 'The code in {field} does not have the right form.',
  },
  'not-a-medicine-code': {
    fr: 'Le code de médicament de {field} doit compter 13 chiffres.',
    ar: 'يجب أن يتكون رمز الدواء في الحقل {field} من 13 رقما.',
    en: 'The medicine code in {field} must have 13 digits.',
  },
  'not-an-inpe': {
    fr: "L'INPE de {field} doit compter 9 chiffres.",
    ar: 'يجب أن يتكون الرقم الوطني الاستدلالي في الحقل {field} من 9 أرقام.',
    en: 'The INPE in {field} must have 9 digits.',
  },
  'not-a-registration-number': {
    fr: "Le numéro d'immatriculation de {field} n'a pas la bonne forme.",
    ar: 'شكل رقم التسجيل في الحقل {field} غير صحيح.',
    en: 'The registration number in {field} does not have the right form.',
  },
  'not-a-rib': {
    fr: "Le RIB de {field} n'est pas de 24 chiffres ou sa clé (modulo 97) est fausse.",
    ar: 'كشف التعريف البنكي في الحقل {field} ليس من 24 رقما أو مفتاحه (باقي القسمة على 97) خاطئ.',
    en: 'The RIB in {field} does not have 24 digits, or its key (modulo 97) is wrong.',
  },
} as const satisfies Record<string, Sentence>;
