import type { Language } from '../decision/reasons/reason-sentences.ts';
import { isolated, valueText } from './change-value.ts';
import type { FieldChange } from './field-changes.ts';
import { fieldLabel, listLabel } from './field-labels.ts';
import type { RulesetChange } from './ruleset-difference.ts';
import { isJsonObject, type Json } from './ruleset-json.ts';

/** A change for people: "taux de la ligne ROUTINE : 90 % → 85 %". */
export function changeSentence(change: RulesetChange, language: Language): string {
  const words = WORDS[language];
  const text = (part: string) => isolated(part, language);
  switch (change.kind) {
    case 'field-changed':
      return `${fieldLabel(change.path, language)}${words.colon} ${arrow(change, language)}`;
    case 'row-changed': {
      const fields = change.fields.map((field) => {
        const label = fieldLabel(field.path, language);
        const place = `${words.ofRow} ${text(change.code)}`;
        return `${label} ${place}${words.colon} ${arrow(field, language)}`;
      });
      return fields.join(words.semicolon);
    }
    case 'row-added': {
      const place = `${listLabel(change.list, language)}, ${words.position} ${change.position}`;
      const row = rowText(change.row, language);
      return `${words.added(text(change.code), place)}${words.colon} ${row}`;
    }
    case 'row-removed': {
      const list = listLabel(change.list, language);
      const row = rowText(change.row, language);
      return `${words.removed(text(change.code), list)}${words.colon} ${row}`;
    }
    case 'rows-reordered': {
      const orders = [change.before, change.after].map((codes) => text(codes.join(', ')));
      const list = listLabel(change.list, language);
      return `${words.order} (${list})${words.colon} ${orders.join(words.arrow)}`;
    }
  }
}

function arrow({ path, before, after }: FieldChange, language: Language): string {
  const values = [before, after].map((value) => valueText(path, value, language));
  return values.join(WORDS[language].arrow);
}

/** What a row says, but for its code; its source comes last, since it is the longest. */
function rowText(row: Json, language: Language): string {
  if (!isJsonObject(row)) return valueText('', row, language);
  const fields = leavesOf('', row).filter(({ path }) => path !== 'code');
  const ordered = [
    ...fields.filter(({ path }) => path !== 'source'),
    ...fields.filter(({ path }) => path === 'source'),
  ];
  return ordered
    .map(({ path, value }) => `${fieldLabel(path, language)} ${valueText(path, value, language)}`)
    .join(WORDS[language].comma);
}

function leavesOf(path: string, value: Json): { path: string; value: Json }[] {
  if (!isJsonObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(path === '' ? name : `${path}.${name}`, part),
  );
}

interface Words {
  readonly colon: string;
  readonly semicolon: string;
  readonly comma: string;
  /** Points where the reader goes. */
  readonly arrow: string;
  readonly ofRow: string;
  readonly position: string;
  readonly order: string;
  readonly added: (code: string, place: string) => string;
  readonly removed: (code: string, list: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    ...{ colon: ' :', semicolon: ' ; ', comma: ', ', arrow: ' → ' },
    ...{ ofRow: 'de la ligne', position: 'position', order: 'ordre des lignes' },
    added: (code, place) => `ligne ${code} ajoutée (${place})`,
    removed: (code, list) => `ligne ${code} retirée (${list})`,
  },
  ar: {
    ...{ colon: ':', semicolon: '؛ ', comma: '، ', arrow: ' ← ' },
    ...{ ofRow: 'في السطر', position: 'الترتيب', order: 'ترتيب الأسطر' },
    added: (code, place) => `أضيف السطر ${code} (${place})`,
    removed: (code, list) => `حذف السطر ${code} (${list})`,
  },
  en: {
    ...{ colon: ':', semicolon: '; ', comma: ', ', arrow: ' → ' },
    ...{ ofRow: 'of row', position: 'position', order: 'order of the rows' },
    added: (code, place) => `row ${code} added (${place})`,
    removed: (code, list) => `row ${code} removed (${list})`,
  },
};
