/** Says for how many seconds a client has to wait; 0 lets its request through. */
export type RequestLimit = (clientId: string, now: number) => number;

/**
 * A bucket for each client, which fills at `perSecond` up to twice as much. It is far above what
 * a sender needs, and keeps one that runs wild from taking the place of the others.
 */
export function createRequestLimit(perSecond: number): RequestLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const capacity = perSecond * 2;
  return (clientId, now) => {
    const bucket = buckets.get(clientId) ?? { tokens: capacity, at: now };
    const refilled = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond;
    const tokens = Math.min(capacity, refilled);
    buckets.set(clientId, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : 0;
  };
}
