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

/** Requests of a group, from which on company is worth a moment. */
const MANY = 1.5;

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
  /** Of the recent groups; it follows them in some five steps. */
  let usualSize = 0;
  let isPlanned = false;

  function flush(): void {
    isPlanned = false;
    while (queue.length > 0 && inFlight < maxInFlight) {
      const wait = timeToWait();
      if (wait > 0) {
        // Whoever arrives or is done in the meantime looks again.
        if (wait !== Number.POSITIVE_INFINITY) plan(wait);
        return;
      }
      start(queue.splice(0, maxGroup));
    }
  }

  function start(group: readonly Waiting<Request, Result>[]): void {
    inFlight += 1;
    lastStart = performance.now();
    usualSize += (group.length - usualSize) / 5;
    void run(group).finally(() => {
      inFlight -= 1;
      flush();
    });
  }

  /** Milliseconds until those that wait should go: a group that is split up costs everybody. */
  function timeToWait(): number {
    if (usualSize < MANY || queue.length >= maxGroup) return 0;
    if (inFlight > 0) return queue.length >= usualSize ? 0 : Number.POSITIVE_INFINITY;
    return lastStart + spacing - performance.now();
  }

  function plan(wait: number): void {
    if (isPlanned) return;
    isPlanned = true;
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
      if (inFlight < maxInFlight) plan(0);
    });
}
