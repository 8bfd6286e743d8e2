import { MAX_DEPTH } from './find-json-fault.ts';

const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const [ZERO, NINE, SMALL_U] = [0x30, 0x39, 0x75];
const [COMMA, BLANK, TAB, LINE_FEED, RETURN] = [0x2c, 0x20, 0x09, 0x0a, 0x0d];

/** Integers of so many digits are all exact. */
const EXACT_DIGITS = 15;

/**
 * True for a text whose `value`, as JSON.parse gave it, is certainly all that the text says: it
 * holds texts, whole numbers, lists and objects only, is not deep, has no escaped code units, and
 * no two equal fields, of which the value would have lost one. False only means that nobody knows.
 */
export function isPlainJson(text: string, value: unknown): boolean {
  const fields = countFields(text);
  return fields !== -1 && fields === fieldsIn(value);
}

/** The fields that are written in a text which JSON.parse can read; -1 when it is not plain. */
function countFields(text: string): number {
  let fields = 0;
  let depth = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      digits += 1;
      if (digits > EXACT_DIGITS) return -1;
      continue;
    }
    digits = 0;
    if (code === QUOTE) {
      at = endOfText(text, at + 1);
      if (at === -1) return -1;
    } else if (code === COLON) fields += 1;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth += 1;
      if (depth > MAX_DEPTH) return -1;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1;
    else if (!isBetween(code)) return -1;
  }
  return fields;
}

function isBetween(code: number): boolean {
  return code === COMMA || code === BLANK || code === LINE_FEED || code === RETURN || code === TAB;
}

/** The closing quote of a text that begins at a position; -1 when it escapes a code unit. */
function endOfText(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code !== BACKSLASH) continue;
    at += 1;
    if (text.charCodeAt(at) === SMALL_U) return -1;
  }
}

/** The fields of a value and of all that is in it; its depth is bounded by then. */
function fieldsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let fields = 0;
  if (Array.isArray(value)) {
    for (const member of value) fields += fieldsIn(member);
    return fields;
  }
  for (const name in value) {
    fields += 1 + fieldsIn((value as Record<string, unknown>)[name]);
  }
  return fields;
}
