import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';
import { FIELD_SENTENCES } from './field-sentences.ts';
import { RULESET_SENTENCES } from './ruleset-sentences.ts';
import { SIMULATION_SENTENCES } from './simulation-sentences.ts';
import { WORDING_SENTENCES } from './wording-sentences.ts';

/** What is wrong with the body as a whole, or with the shape of a field. */
const SHAPE_SENTENCES = {
  'empty-body': {
    fr: 'Le corps de la requête est vide : envoyez une feuille de soins en JSON.',
    ar: 'محتوى الطلب فارغ: أرسلوا ورقة علاجات بصيغة JSON.',
    en: 'The body is empty: send a care sheet as JSON.',
  },
  'invalid-utf8': {
    fr: "Le corps n'est pas de l'UTF-8 valide : encodez le texte en UTF-8.",
    ar: 'المحتوى ليس بترميز UTF-8 صحيح: رمّزوا النص بترميز UTF-8.',
    en: 'The body is not valid UTF-8: encode the text as UTF-8.',
  },
  'byte-order-mark': {
    fr: "Le corps commence par une marque d'ordre des octets (BOM) : retirez-la.",
    ar: 'يبدأ المحتوى بعلامة ترتيب البايتات (BOM): احذفوها.',
    en: 'The body starts with a byte order mark: remove it.',
  },
  'json-syntax': {
    fr: "Le JSON n'est pas correct à la ligne {line}, colonne {column} : corrigez la syntaxe.",
    ar: 'صيغة JSON غير صحيحة في السطر {line}، العمود {column}: صحّحوا الصياغة.',
    en: 'The JSON is not well formed at line {line}, column {column}: correct the syntax.',
  },
  'duplicate-field': {
    fr: 'Un champ est donné deux fois (ligne {line}, colonne {column}) : gardez-en un seul.',
    ar: 'حقل مكرر (السطر {line}، العمود {column}): احتفظوا بواحد فقط.',
    en: 'A field is given twice (line {line}, column {column}): keep one of them.',
  },
  'lone-surrogate': {
    fr: 'Un texte contient un caractère Unicode incomplet (ligne {line}, colonne {column}).',
    ar: 'يتضمن النص حرف Unicode غير مكتمل (السطر {line}، العمود {column}).',
    en: 'A text holds half of a Unicode character (line {line}, column {column}): send all of it.',
  },
  'inexact-number': {
    fr: 'Un nombre ne peut pas être lu exactement (ligne {line}, colonne {column}).',
    ar: 'عدد لا يمكن قراءته بدقة (السطر {line}، العمود {column}).',
    en: 'A number cannot be read exactly (line {line}, column {column}): use fewer digits.',
  },
  'too-deep': {
    fr: 'Le JSON est imbriqué sur plus de 16 niveaux (ligne {line}, colonne {column}).',
    ar: 'تداخل JSON يتجاوز 16 مستوى (السطر {line}، العمود {column}).',
    en: 'The JSON is nested deeper than 16 levels (line {line}, column {column}).',
  },
  required: {
    fr: 'Ce champ est obligatoire : ajoutez-le.',
    ar: 'هذا الحقل إلزامي: أضيفوه.',
    en: 'This field is required: add it.',
  },
  'unknown-field': {
    fr: 'Cet objet contient un champ inconnu ; les champs admis sont : {fields}.',
    ar: 'يتضمن هذا العنصر حقلا غير معروف؛ الحقول المقبولة هي: {fields}.',
    en: 'This object has a field that is not known; the fields allowed are: {fields}.',
  },
  'wrong-type': {
    fr: "Ce champ n'a pas le bon type JSON : il faut « {expected} ».",
    ar: 'نوع هذا الحقل في JSON غير صحيح: المطلوب «{expected}».',
    en: 'This field has the wrong JSON type: "{expected}" is expected.',
  },
  'not-one-of': {
    fr: 'Cette valeur n’est pas admise ; choisissez parmi : {values}.',
    ar: 'هذه القيمة غير مقبولة؛ اختاروا من بين: {values}.',
    en: 'This value is not allowed; choose one of: {values}.',
  },
  'out-of-range': {
    fr: 'Ce nombre doit être compris entre {minimum} et {maximum}.',
    ar: 'يجب أن يكون هذا العدد بين {minimum} و{maximum}.',
    en: 'This number must be between {minimum} and {maximum}.',
  },
  'list-length': {
    fr: 'Cette liste doit compter de {minimum} à {maximum} éléments.',
    ar: 'يجب أن تضم هذه القائمة من {minimum} إلى {maximum} عنصرا.',
    en: 'This list must have {minimum} to {maximum} items.',
  },
} as const satisfies Record<string, Sentence>;

/** The sentence of every issue, in three languages: what is wrong and what to do. */
export const ISSUE_SENTENCES = {
  ...SHAPE_SENTENCES,
  ...FIELD_SENTENCES,
  ...RULESET_SENTENCES,
  ...SIMULATION_SENTENCES,
  ...WORDING_SENTENCES,
};
