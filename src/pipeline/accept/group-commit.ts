/** How many requests one transaction takes, and how many transactions run at once. */
export interface GroupCommitOptions {
  readonly maxGroup: number;
  readonly maxInFlight: number;
}

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets concurrent requests share a transaction: whatever arrives while one commits is the next
 * group. `commit` gives a result or an error for each request, in their order.
 */
export function createGroupCommit<Request, Result>(
  commit: (requests: readonly Request[]) => Promise<PromiseSettledResult<Result>[]>,
  options: GroupCommitOptions,
): (request: Request) => Promise<Result> {
  const queue: Waiting<Request, Result>[] = [];
  let inFlight = 0;

  function flush(): void {
    while (queue.length > 0 && inFlight < options.maxInFlight) {
      const group = queue.splice(0, options.maxGroup);
      inFlight += 1;
      void run(group).finally(() => {
        inFlight -= 1;
        flush();
      });
    }
  }

  async function run(group: readonly Waiting<Request, Result>[]): Promise<void> {
    const results = await commit(group.map(({ request }) => request)).catch((reason: unknown) =>
      group.map(() => ({ status: 'rejected' as const, reason })),
    );
    group.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result?.status === 'fulfilled') resolve(result.value);
      else reject(result?.reason ?? new Error('a group commit gave too few results'));
    });
  }

  return (request) =>
    new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      // What arrives in the same turn of the event loop goes together.
      setImmediate(flush);
    });
}
