/** How many chunks one turn asks for, and how many turns run at once. */
export interface MergerOptions {
  readonly maxChunks: number;
  readonly maxInFlight: number;
}

interface Waiting {
  readonly id: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets chunks that wait at the same time share transactions: whatever comes while some are decided
 * is the next turn. `decide` gives the ids of the chunks that it had no room for, which wait on. A
 * chunk resolves when nothing is left to do for it; where a turn fails, all of its chunks do.
 */
export function createChunkMerger(
  decide: (chunkIds: readonly number[]) => Promise<readonly number[]>,
  { maxChunks, maxInFlight }: MergerOptions,
): (chunkId: number) => Promise<void> {
  let waiting: Waiting[] = [];
  let inFlight = 0;

  function start(): void {
    while (waiting.length > 0 && inFlight < maxInFlight) {
      const turn = waiting.splice(0, maxChunks);
      inFlight += 1;
      void run(turn).finally(() => {
        inFlight -= 1;
        start();
      });
    }
  }

  async function run(turn: readonly Waiting[]): Promise<void> {
    try {
      const left = new Set(await decide([...new Set(turn.map(({ id }) => id))]));
      waiting = [...turn.filter(({ id }) => left.has(id)), ...waiting];
      for (const { id, resolve } of turn) if (!left.has(id)) resolve();
    } catch (error) {
      for (const { reject } of turn) reject(error);
    }
  }

  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      // What the queue delivers in the same turn of the event loop goes together.
      setImmediate(start);
    });
}
