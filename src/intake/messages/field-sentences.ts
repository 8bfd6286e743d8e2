import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What is wrong with a field whose type is right; the schemas name these codes. */
export const FIELD_SENTENCES = {
  'not-a-date': {
    fr: "Ce n'est pas une date qui existe, de la forme AAAA-MM-JJ.",
    ar: 'هذا ليس تاريخا موجودا على الشكل سنة-شهر-يوم (YYYY-MM-DD).',
    en: 'This is not a date that exists, written YYYY-MM-DD.',
  },
  'not-an-amount': {
    fr: 'Écrivez le montant en dirhams, en texte, avec deux décimales : "150.00".',
    ar: 'اكتبوا المبلغ بالدرهم كنص مع رقمين بعد الفاصلة: "150.00".',
    en: 'Write the amount in dirhams, as a string with two decimals: "150.00".',
  },
  'not-a-coefficient': {
    fr: 'Écrivez un coefficient supérieur à zéro, en texte, à deux décimales au plus : "12.5".',
    ar: 'اكتبوا معاملا أكبر من الصفر كنص، برقمين على الأكثر بعد الفاصلة: "12.5".',
    en: 'Write a coefficient above zero, as a string with at most two decimals: "12.5".',
  },
  'not-a-document-number': {
    fr:
      'Ce numéro compte 1 à 40 lettres sans accent, chiffres ou signes / _ -, dont le premier ' +
      'est une lettre ou un chiffre.',
    ar: 'يتكون هذا الرقم من 1 إلى 40 حرفا لاتينيا أو رقما أو العلامات / _ -، ويبدأ بحرف أو رقم.',
    en: 'This number has 1 to 40 unaccented letters, digits or / _ -, the first a letter or digit.',
  },
  'not-a-body-code': {
    fr: "Le code d'un organisme compte 2 à 12 majuscules : CNSS, CNOPS.",
    ar: 'رمز الهيئة يتكون من 2 إلى 12 حرفا لاتينيا كبيرا: CNSS، CNOPS.',
    en: 'The code of a body has 2 to 12 capital letters: CNSS, CNOPS.',
  },
  'not-a-registration-number': {
    fr: "Le numéro d'immatriculation compte 4 à 15 majuscules ou chiffres, sans espace.",
    ar: 'رقم التسجيل يتكون من 4 إلى 15 حرفا لاتينيا كبيرا أو رقما، دون فراغ.',
    en: 'A registration number has 4 to 15 capital letters or digits, without blanks.',
  },
  'not-a-cnss-number': {
    fr: "Le numéro d'immatriculation à la CNSS compte neuf chiffres.",
    ar: 'رقم التسجيل لدى الصندوق الوطني للضمان الاجتماعي يتكون من تسعة أرقام.',
    en: 'A CNSS registration number has nine digits.',
  },
  'not-an-inpe': {
    fr: "L'INPE compte neuf chiffres.",
    ar: 'الرقم الوطني الاستدلالي يتكون من تسعة أرقام.',
    en: 'An INPE has nine digits.',
  },
  'not-an-act-code': {
    fr: "Le code d'un acte compte 1 à 20 majuscules, chiffres, points ou tirets.",
    ar: 'رمز العمل الطبي يتكون من 1 إلى 20 حرفا لاتينيا كبيرا أو رقما أو نقطة أو شرطة.',
    en: 'The code of an act has 1 to 20 capital letters, digits, dots or hyphens.',
  },
  'not-a-medicine-code': {
    fr: "Le code d'un médicament compte les treize chiffres de son code à barres.",
    ar: 'رمز الدواء هو الأرقام الثلاثة عشر لرمزه الشريطي.',
    en: 'The code of a medicine is the thirteen digits of its barcode.',
  },
  'not-a-key-letter': {
    fr: 'La lettre clé compte 1 à 8 lettres sans accent : C, Kc, B.',
    ar: 'الحرف المفتاح يتكون من 1 إلى 8 أحرف لاتينية: C، Kc، B.',
    en: 'A key letter has 1 to 8 unaccented letters: C, Kc, B.',
  },
  'not-a-diagnosis': {
    fr: 'Écrivez le diagnostic en CIM-10 : une majuscule, deux chiffres, deux décimales au plus.',
    ar: 'اكتبوا التشخيص وفق CIM-10: حرف كبير ورقمان، ثم رقمان على الأكثر بعد النقطة.',
    en: 'Write the diagnosis in CIM-10: a capital, two digits, then at most two after a dot.',
  },
  'unknown-fund': {
    fr: "Aucun organisme ne porte ce code ici : vérifiez le code de l'organisme destinataire.",
    ar: 'لا توجد هيئة بهذا الرمز هنا: تحققوا من رمز الهيئة المرسل إليها.',
    en: 'No fund has this code here: check the code of the fund that the sheet is sent to.',
  },
  'not-a-page-size': {
    fr: 'Demandez de 1 à 500 éléments par page.',
    ar: 'اطلبوا من 1 إلى 500 عنصر في الصفحة.',
    en: 'Ask for 1 to 500 items a page.',
  },
  'not-a-search': {
    fr: 'La recherche compte 2 à 100 caractères.',
    ar: 'يتكون البحث من 2 إلى 100 حرف.',
    en: 'A search has 2 to 100 characters.',
  },
  'not-a-code': {
    fr: 'Ce code compte 1 à 40 lettres sans accent, chiffres, points ou tirets.',
    ar: 'يتكون هذا الرمز من 1 إلى 40 حرفا لاتينيا أو رقما أو نقطة أو شرطة.',
    en: 'This code has 1 to 40 unaccented letters, digits, dots or hyphens.',
  },
  'rank-of-patient': {
    fr: "Le rang est 0 pour l'assuré, et 1 à 99 pour un ayant droit.",
    ar: 'الرتبة هي 0 للمؤمن له، ومن 1 إلى 99 لذوي الحقوق.',
    en: 'The rank is 0 for the insured, and 1 to 99 for a dependant.',
  },
  'line-numbers': {
    fr: 'Numérotez les lignes de 1 à n, chaque numéro une seule fois.',
    ar: 'رقّموا الأسطر من 1 إلى n، كل رقم مرة واحدة.',
    en: 'Number the lines 1 to n, each number once.',
  },
  'amount-too-large': {
    fr: 'Quantité x prix dépasse le plus grand montant admis, {largest} MAD.',
    ar: 'الكمية x الثمن تتجاوز أكبر مبلغ مقبول، {largest} درهم.',
    en: 'Quantity x price is above the largest amount accepted, {largest} MAD.',
  },
  'barcode-check-digit': {
    fr: 'Le dernier chiffre du code à barres ne correspond pas aux autres : vérifiez le code.',
    ar: 'الرقم الأخير للرمز الشريطي لا يوافق باقي الأرقام: تحققوا من الرمز.',
    en: 'The last digit of the barcode does not fit the others: check the code.',
  },
} as const satisfies Record<string, Sentence>;
