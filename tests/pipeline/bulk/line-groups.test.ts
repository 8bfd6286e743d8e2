import { expect, it } from 'vitest';
import { createLineGroups } from '#src/pipeline/bulk/line-groups.ts';

const LIMITS = { maxItems: 3, maxBytes: 100, maxInFlight: 2, linger: 1 };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work and writing that end when the test says so. */
function gate() {
  const opened: ((value: string) => void)[] = [];
  return { opened, wait: () => new Promise<string>((resolve) => opened.push(resolve)) };
}

it('writes groups in their order, whichever is done first', async () => {
  const written: string[] = [];
  const work = gate();
  const groups = createLineGroups<string, string>({
    ...LIMITS,
    work: () => work.wait(),
    write: async (result) => void written.push(result),
  });
  for (const item of 'abcdef') if (groups.add(item, 1)) await groups.room();
  const ended = groups.end();
  work.opened[1]?.('second');
  await turn();
  expect(written).toEqual([]);
  work.opened[0]?.('first');
  await ended;
  expect(written).toEqual(['first', 'second']);
});

it('begins no third group while two are not written', async () => {
  const begun: string[] = [];
  const writing = gate();
  const groups = createLineGroups<string, string>({
    ...LIMITS,
    work: async (items) => {
      begun.push(items.join(''));
      return items.join('');
    },
    write: async () => void (await writing.wait()),
  });
  const fill = async (text: string) => {
    for (const item of text) if (groups.add(item, 1)) await groups.room();
  };
  await fill('abcdef');
  const third = fill('ghi');
  await turn();
  expect(begun).toEqual(['abc', 'def']);
  writing.opened[0]?.('');
  await third;
  expect(begun).toEqual(['abc', 'def', 'ghi']);
  const ended = groups.end();
  await turn();
  writing.opened[1]?.('');
  await turn();
  writing.opened[2]?.('');
  await ended;
});

it('starts a group that is not full after a while, or because of its bytes', async () => {
  const written: string[] = [];
  let told: () => void = () => undefined;
  const told1 = new Promise<void>((resolve) => {
    told = resolve;
  });
  const groups = createLineGroups<string, string>({
    ...LIMITS,
    work: async (items) => items.join(''),
    write: async (result) => {
      written.push(result);
      told();
    },
  });
  expect(groups.add('a', 1)).toBe(false);
  await told1;
  expect(written).toEqual(['a']);
  expect(groups.add('b', 100)).toBe(true);
  await groups.end();
  expect(written).toEqual(['a', 'b']);
});

it('tells everybody who waits of the first failure, after what went well', async () => {
  const written: string[] = [];
  const groups = createLineGroups<string, string>({
    ...LIMITS,
    work: async (items) => {
      if (items.includes('d')) throw new Error('no database');
      return items.join('');
    },
    write: async (result) => void written.push(result),
  });
  for (const item of 'abcdef') if (groups.add(item, 1)) await groups.room();
  await expect(groups.failed).rejects.toThrow('no database');
  groups.add('g', 1);
  await expect(groups.end()).rejects.toThrow('no database');
  expect(written).toEqual(['abc']);
});
