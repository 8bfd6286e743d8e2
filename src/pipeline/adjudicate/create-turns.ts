/** Lets pieces of work of this process run together, or one of them alone. */
export interface Turns {
  together<T>(work: () => Promise<T>): Promise<T>;
  /** Waits for what runs, and lets nothing else begin until it is done. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurns(): Turns {
  const running = new Set<Promise<unknown>>();
  /** How many want to be alone or are, and the end of the last of them. */
  let lonely = 0;
  let lastAlone: Promise<unknown> = Promise.resolve();

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const result = work();
    const ended = result.catch(() => undefined).finally(() => running.delete(ended));
    running.add(ended);
    return result;
  }

  async function runAlone<T>(before: Promise<unknown>, work: () => Promise<T>): Promise<T> {
    await before;
    await Promise.all(running);
    try {
      return await work();
    } finally {
      lonely -= 1;
    }
  }

  return {
    async together(work) {
      while (lonely > 0) await lastAlone;
      return run(work);
    },
    alone(work) {
      lonely += 1;
      const result = runAlone(lastAlone, work);
      lastAlone = result.catch(() => undefined);
      return result;
    },
  };
}
