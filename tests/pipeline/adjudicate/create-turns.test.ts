import { expect, test } from 'vitest';
import { createTurns } from '#src/pipeline/adjudicate/create-turns.ts';

/** A piece of work that is noted when it begins and ends, and ends when told. */
function work(name: string, log: string[]) {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    finish,
    run: async () => {
      log.push(`+${name}`);
      await ended;
      log.push(`-${name}`);
      return name;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('work runs together until one must be alone, which lets nothing else begin', async () => {
  const turns = createTurns();
  const log: string[] = [];
  const [a, b, suspect, c] = ['a', 'b', 'suspect', 'c'].map((name) => work(name, log));
  const all = [
    turns.together(a!.run),
    turns.together(b!.run),
    turns.alone(suspect!.run),
    turns.together(c!.run),
  ];
  await settle();
  expect(log).toEqual(['+a', '+b']);
  a!.finish();
  await settle();
  expect(log).toEqual(['+a', '+b', '-a']);
  b!.finish();
  await settle();
  expect(log.slice(3)).toEqual(['-b', '+suspect']);
  suspect!.finish();
  c!.finish();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'suspect', 'c']);
  expect(log.slice(4)).toEqual(['+suspect', '-suspect', '+c', '-c']);
});

test('two that must be alone follow one another, also when the first fails', async () => {
  const turns = createTurns();
  const log: string[] = [];
  const second = work('second', log);
  const failing = turns.alone(async () => {
    log.push('first');
    throw new Error('a fault');
  });
  const following = turns.alone(second.run);
  await expect(failing).rejects.toThrow('a fault');
  second.finish();
  expect(await following).toBe('second');
  expect(log).toEqual(['first', '+second', '-second']);
  expect(await turns.together(async () => 'free')).toBe('free');
});
