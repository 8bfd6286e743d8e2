import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createGroupCommit } from '#src/pipeline/accept/group-commit.ts';

/** A commit that takes some turns of the event loop, and what it saw. */
function recorded(fails: (request: number) => boolean = () => false) {
  const groups: (readonly number[])[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const commit = async (requests: readonly number[]): Promise<PromiseSettledResult<number>[]> => {
    groups.push(requests);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    await sleep(3);
    inFlight -= 1;
    return requests.map((value) =>
      fails(value)
        ? { status: 'rejected', reason: new RangeError(String(value)) }
        : { status: 'fulfilled', value },
    );
  };
  return { commit, groups, mostInFlight: () => mostInFlight };
}

const OPTIONS = { maxGroup: 10, maxInFlight: 2, spacing: 2 };

describe('a group commit', () => {
  it('gives everybody the own answer, in groups no larger than it may', async () => {
    const { commit, groups, mostInFlight } = recorded((value) => value % 7 === 3);
    const submit = createGroupCommit(commit, OPTIONS);
    const requests = Array.from({ length: 95 }, (_, index) => index);
    const results = await Promise.allSettled(requests.map(submit));
    results.forEach((result, index) => {
      if (index % 7 === 3) expect(result).toMatchObject({ reason: { message: String(index) } });
      else expect(result).toEqual({ status: 'fulfilled', value: index });
    });
    expect(groups.flat().sort((a, b) => a - b)).toEqual(requests);
    expect(Math.max(...groups.map(({ length }) => length))).toBe(OPTIONS.maxGroup);
    expect(mostInFlight()).toBe(2);
  });

  it('answers all, however they come', async () => {
    const { commit, groups, mostInFlight } = recorded();
    const submit = createGroupCommit(commit, OPTIONS);
    const answers: Promise<number>[] = [];
    for (let value = 0; value < 120; value += 1) {
      answers.push(submit(value));
      if (value % 3 === 0) await sleep(value % 5);
    }
    expect(await Promise.all(answers)).toEqual(answers.map((_, index) => index));
    expect(groups.flat()).toHaveLength(120);
    expect(mostInFlight()).toBeLessThanOrEqual(2);
  });

  it('lets one come alone, also after a crowd', async () => {
    const { commit } = recorded();
    const submit = createGroupCommit(commit, OPTIONS);
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(submit));
    expect(await submit(9)).toBe(9);
    expect(await submit(10)).toBe(10);
  });

  it('tells a whole group of a commit that failed, and goes on', async () => {
    let isDown = true;
    const { commit } = recorded();
    const submit = createGroupCommit<number, number>((requests) => {
      if (isDown) return Promise.reject(new RangeError('away'));
      return commit(requests);
    }, OPTIONS);
    const lost = await Promise.allSettled([1, 2, 3].map(submit));
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    isDown = false;
    expect(await submit(4)).toBe(4);
  });
});
