/** Failures that are let through in a window, by client id with its address and by address. */
const MOST = { ofClient: 10, ofAddress: 100 };
const WINDOW = 60_000;
/** Beyond it the oldest are forgotten, so that nobody fills the memory with made-up names. */
const MAX_REMEMBERED = 50_000;

export interface Attempt {
  readonly clientId: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Slows down who guesses; it is of one process, which is enough for secrets of 256 bits. */
export interface FailedAttempts {
  /** Seconds to wait before the next attempt is looked at; 0 lets it through. */
  secondsToWait(attempt: Attempt): number;
  record(attempt: Attempt): void;
}

interface Window {
  readonly endsAt: number;
  count: number;
}

export function createFailedAttempts(most = MOST): FailedAttempts {
  const windows = new Map<string, Window>();
  const limitsOf = ({ clientId, address }: Attempt) => [
    { key: `client ${clientId} ${address}`, max: most.ofClient },
    { key: `address ${address}`, max: most.ofAddress },
  ];
  return {
    secondsToWait(attempt) {
      const waits = limitsOf(attempt).map(({ key, max }) => {
        const window = windows.get(key);
        if (window === undefined || window.count < max) return 0;
        return Math.max(0, Math.ceil((window.endsAt - attempt.now) / 1000));
      });
      return Math.max(...waits);
    },
    record(attempt) {
      for (const { key } of limitsOf(attempt)) {
        const window = windows.get(key);
        if (window !== undefined && window.endsAt > attempt.now) {
          window.count += 1;
          continue;
        }
        windows.delete(key);
        windows.set(key, { endsAt: attempt.now + WINDOW, count: 1 });
      }
      for (const key of windows.keys()) {
        if (windows.size <= MAX_REMEMBERED) break;
        windows.delete(key);
      }
    },
  };
}
