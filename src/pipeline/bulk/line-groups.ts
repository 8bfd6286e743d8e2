export interface LineGroupsOptions<Item, Result> {
  /** How many items a group has at most, and how many bytes they came from. */
  readonly maxItems: number;
  readonly maxBytes: number;
  /** How many groups are between their start and the end of `write`. */
  readonly maxInFlight: number;
  /** Milliseconds that a group waits for more. */
  readonly linger: number;
  readonly work: (items: readonly Item[]) => Promise<Result>;
  /** Called group by group, in their order. */
  readonly write: (result: Result) => Promise<void>;
}

export interface LineGroups<Item> {
  /** True when the group is full: nothing more may be added before `room` has resolved. */
  add(item: Item, bytes: number): boolean;
  /** Resolves when the full group was started, which waits for those before it. */
  room(): Promise<void>;
  /** Resolves when all is written. Rejects, as `room` does, with the first failure. */
  end(): Promise<void>;
  /** Rejects at the first failure; never resolves. */
  readonly failed: Promise<never>;
}

/**
 * Collects items into groups that run a few at once and are written in their order. While `write`
 * waits for a slow reader no further group begins, so that what is held is bounded.
 */
export function createLineGroups<Item, Result>(
  options: LineGroupsOptions<Item, Result>,
): LineGroups<Item> {
  const { promise: failed, reject: fail } = withRejection();
  let open: Item[] = [];
  let bytes = 0;
  let running = 0;
  let isDue = false;
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  let waiting: (() => void) | undefined;

  function start(): void {
    const items = open;
    clearTimeout(timer);
    [open, bytes, isDue] = [[], 0, false];
    running += 1;
    const result = options.work(items);
    // It is awaited in its turn; until then its failure must not count as unhandled.
    result.catch(() => undefined);
    written = written.then(async () => options.write(await result));
    written.then(finish, fail);
  }

  function finish(): void {
    running -= 1;
    if (isDue && open.length > 0) start();
    waiting?.();
  }

  function linger(): void {
    isDue = true;
    if (running < options.maxInFlight && open.length > 0) start();
  }

  async function room(): Promise<void> {
    while (running >= options.maxInFlight && open.length > 0) {
      const freed = new Promise<void>((resolve) => {
        waiting = resolve;
      });
      await Promise.race([freed, failed]);
    }
    if (open.length > 0) start();
  }

  return {
    failed,
    room,
    add(item, size) {
      if (open.length === 0) timer = setTimeout(linger, options.linger);
      open.push(item);
      bytes += size;
      return open.length >= options.maxItems || bytes >= options.maxBytes;
    },
    async end() {
      await room();
      await written;
    },
  };
}

function withRejection(): { promise: Promise<never>; reject: (error: unknown) => void } {
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, reject };
}
