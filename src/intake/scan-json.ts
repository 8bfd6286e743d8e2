import { isUtf8 } from 'node:buffer';
import { findJsonFault, type ScanFault } from './find-json-fault.ts';
import { isPlainJson } from './is-plain-json.ts';

export type Scan =
  | { readonly ok: true; readonly text: string; readonly value: unknown }
  | {
      readonly ok: false;
      readonly fault: ScanFault;
      readonly line: number;
      readonly column: number;
    };

/**
 * Reads a JSON text (RFC 8259) more strictly than JSON.parse, which keeps the last of two equal
 * fields, rounds numbers and lets broken Unicode pass: all of them could change what is paid.
 * What nearly every sender writes is seen to be sound at once; the rest is read token by token.
 */
export function scanJson(bytes: Uint8Array): Scan {
  if (!isUtf8(bytes)) return { ok: false, fault: 'invalid-utf8', line: 1, column: 1 };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const value = parse(text);
  if (value !== undefined && isPlainJson(text, value)) return { ok: true, text, value };
  const found = findJsonFault(text);
  if (found === undefined) return { ok: true, text, value: JSON.parse(text) };
  const before = text.slice(0, found.position).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { ok: false, fault: found.fault, line: before.length, column };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
