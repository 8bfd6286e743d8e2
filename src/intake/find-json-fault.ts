import { isExactNumber } from './exact-number.ts';

/** Why a body cannot be read at all; each has its sentence in `messages/`. */
export type ScanFault =
  | 'empty-body'
  | 'invalid-utf8'
  | 'byte-order-mark'
  | 'json-syntax'
  | 'duplicate-field'
  | 'lone-surrogate'
  | 'inexact-number'
  | 'too-deep';

/** Objects and arrays inside one another; a care sheet needs three. */
export const MAX_DEPTH = 16;

/**
 * The first reason why a text is no strict JSON (RFC 8259), and where; undefined when it is. It
 * reads every token, and so also what JSON.parse would silently change.
 */
export function findJsonFault(text: string): { fault: ScanFault; position: number } | undefined {
  try {
    scanText(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { fault: error.fault, position: error.position };
  }
}

class Fault extends Error {
  readonly fault: ScanFault;
  readonly position: number;

  constructor(fault: ScanFault, position: number) {
    super(fault);
    this.fault = fault;
    this.position = position;
  }
}

function scanText(text: string): void {
  if (text.charCodeAt(0) === 0xfeff) throw new Fault('byte-order-mark', 0);
  const start = skipBlanks(text, 0);
  if (start === text.length) throw new Fault('empty-body', 0);
  const end = skipBlanks(text, scanValue(text, start, 1));
  if (end < text.length) throw new Fault('json-syntax', end);
}

const BLANKS = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const LITERAL = /true|false|null/y;
/** With the flag `u` a pair is one character, so that only a half without its other matches. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The end of a match that starts exactly at `position`; -1 when there is none. */
function endOf(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function skipBlanks(text: string, position: number): number {
  return endOf(BLANKS, text, position);
}

/** Every function below returns the position after what it read. */
function scanValue(text: string, position: number, depth: number): number {
  const first = text[position];
  if (first === '{' || first === '[') {
    if (depth > MAX_DEPTH) throw new Fault('too-deep', position);
    return first === '{' ? scanObject(text, position, depth) : scanArray(text, position, depth);
  }
  if (first === '"') return scanString(text, position);
  const literalEnd = endOf(LITERAL, text, position);
  return literalEnd === -1 ? scanNumber(text, position) : literalEnd;
}

function scanObject(text: string, start: number, depth: number): number {
  const fields = new Set<string>();
  let position = skipBlanks(text, start + 1);
  if (text[position] === '}') return position + 1;
  for (;;) {
    const fieldEnd = scanString(text, position);
    const field: string = JSON.parse(text.slice(position, fieldEnd));
    if (fields.has(field)) throw new Fault('duplicate-field', position);
    fields.add(field);
    position = skipBlanks(text, fieldEnd);
    if (text[position] !== ':') throw new Fault('json-syntax', position);
    position = scanValue(text, skipBlanks(text, position + 1), depth + 1);
    position = skipBlanks(text, position);
    if (text[position] === '}') return position + 1;
    if (text[position] !== ',') throw new Fault('json-syntax', position);
    position = skipBlanks(text, position + 1);
  }
}

function scanArray(text: string, start: number, depth: number): number {
  let position = skipBlanks(text, start + 1);
  if (text[position] === ']') return position + 1;
  for (;;) {
    position = skipBlanks(text, scanValue(text, position, depth + 1));
    if (text[position] === ']') return position + 1;
    if (text[position] !== ',') throw new Fault('json-syntax', position);
    position = skipBlanks(text, position + 1);
  }
}

function scanString(text: string, position: number): number {
  const end = endOf(STRING, text, position);
  if (end === -1) throw new Fault('json-syntax', position);
  const literal = text.slice(position, end);
  if (literal.includes('\\u')) {
    if (LONE_SURROGATE.test(JSON.parse(literal))) throw new Fault('lone-surrogate', position);
  }
  return end;
}

function scanNumber(text: string, position: number): number {
  const end = endOf(NUMBER, text, position);
  if (end === -1) throw new Fault('json-syntax', position);
  if (!isExactNumber(text.slice(position, end))) throw new Fault('inexact-number', position);
  return end;
}
