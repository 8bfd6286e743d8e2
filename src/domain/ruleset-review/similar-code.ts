/** The known code that is most like a misspelt one; nothing when none is near. */
export function similarCode(code: string, known: Iterable<string>): string {
  let best = '';
  let least = Math.min(2, Math.floor(code.length / 3)) + 1;
  for (const candidate of known) {
    const distance = distanceBetween(code, candidate);
    if (distance < least || (distance === least && best !== '' && candidate < best)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** How many letters have to be changed, added or taken away (Levenshtein). */
function distanceBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_each, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
