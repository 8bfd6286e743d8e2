import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly quick: boolean;
  /** Names of sections; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly repetitions: number;
  /** Of one run under load. */
  readonly seconds: number;
  /** Care sheets that the growth section ends at. */
  readonly grow: number;
  /** What Postgres gets, like 6GB; without it, what the embedded one has. */
  readonly sharedBuffers: string | undefined;
}

export const USAGE = `npm run bench -- [--quick] [--only name,name] [--grow N] \
[--repetitions N] [--seconds N] [--shared-buffers 6GB]`;

/** Throws a TypeError for an option that there is not. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      grow: { type: 'string', default: '1000000' },
      repetitions: { type: 'string' },
      seconds: { type: 'string' },
      'shared-buffers': { type: 'string' },
    },
  });
  const { quick } = values;
  return {
    quick,
    only: values.only?.split(','),
    repetitions: count(values.repetitions ?? (quick ? '1' : '3')),
    seconds: count(values.seconds ?? (quick ? '5' : '20')),
    grow: count(values.grow),
    sharedBuffers: memory(values['shared-buffers']),
  };
}

function memory(text: string | undefined): string | undefined {
  if (text === undefined || /^[1-9]\d*(MB|GB)$/.test(text)) return text;
  throw new TypeError(`${text} is no amount of memory: ${USAGE}`);
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new TypeError(`${text} is no count: ${USAGE}`);
  return value;
}
