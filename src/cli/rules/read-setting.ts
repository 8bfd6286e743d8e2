import { InvalidArgumentError } from 'commander';

/** A field of a draft set anew, as the API takes it. */
export interface Setting {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Parser of commander for a repeated "ROUTINE.rate=0.85". Whole numbers, lists, objects, null,
 * true and false are JSON; all else is text, as rates, amounts and dates are.
 */
export function toSettings(text: string, before: readonly Setting[] = []): readonly Setting[] {
  const [, path, written] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || written === undefined) {
    throw new InvalidArgumentError('Give a field and its value, such as ROUTINE.rate=0.85.');
  }
  return [...before, { path, value: toValue(written) }];
}

function toValue(written: string): unknown {
  if (!/^(-?\d+|null|true|false|[[{"].*)$/s.test(written)) return written;
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}
