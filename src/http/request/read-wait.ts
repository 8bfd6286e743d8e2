/** A caller may wait for so many seconds; who wants more gets as much. */
const MAX_SECONDS = 10;

/**
 * Milliseconds for which a `Prefer` header wants to wait (RFC 7240, "wait=5"); 0 without one. What
 * cannot be read is no error: a preference that is not understood is left aside.
 */
export function readWait(prefer: string | undefined): number {
  if (prefer === undefined) return 0;
  // The first of several counts; a parameter after it changes nothing.
  for (const preference of prefer.slice(0, 500).split(',')) {
    const [name, value] = (preference.split(';')[0] ?? '').split('=');
    if (name?.trim().toLowerCase() !== 'wait') continue;
    const seconds = /^\s*"?([0-9]{1,5})"?\s*$/.exec(value ?? '')?.[1];
    return Math.min(Number(seconds ?? 0), MAX_SECONDS) * 1000;
  }
  return 0;
}
