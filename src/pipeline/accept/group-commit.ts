/** How many requests one transaction takes, and how many transactions run at once. */
export interface GroupCommitOptions {
  readonly maxGroup: number;
  readonly maxInFlight: number;
  /**
   * Milliseconds between the starts of two groups while requests are many: under load fuller
   * groups serve everybody sooner. Who comes alone never waits.
   */
  readonly spacing?: number;
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
  const { maxGroup, maxInFlight, spacing = 0 } = options;
  const queue: Waiting<Request, Result>[] = [];
  let inFlight = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let lastSize = 0;
  let isPlanned = false;

  function flush(): void {
    isPlanned = false;
    while (queue.length > 0 && inFlight < maxInFlight) {
      if (timeToWait() > 0) {
        plan();
        return;
      }
      start(queue.splice(0, maxGroup));
    }
  }

  function start(group: readonly Waiting<Request, Result>[]): void {
    inFlight += 1;
    lastStart = performance.now();
    lastSize = group.length;
    void run(group).finally(() => {
      inFlight -= 1;
      flush();
    });
  }

  /** Milliseconds; 0 when waiting does not pay. */
  function timeToWait(): number {
    const areMany = lastSize > 1 && queue.length < maxGroup;
    return areMany ? lastStart + spacing - performance.now() : 0;
  }

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    const wait = timeToWait();
    // What arrives in the same turn of the event loop goes together.
    if (wait > 0) setTimeout(flush, Math.ceil(wait));
    else setImmediate(flush);
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
      if (inFlight < maxInFlight) plan();
    });
}
