/**
 * Gives everybody who asks within a moment the same answer: what may be asked without a
 * credential must not take the connections of those who have one.
 */
export function shareBriefly<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { answer: Promise<T>; at: number } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > milliseconds) last = { answer: ask(), at: now };
    return last.answer;
  };
}
