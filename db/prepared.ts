const names = new Map<string, string>();

/**
 * A statement that each connection parses once. Its text must be one of few: every text gets a
 * name of its own, which connections remember for good.
 */
export function prepared(text: string): { readonly name: string; readonly text: string } {
  const name = names.get(text) ?? `tasfiya_${names.size + 1}`;
  names.set(text, name);
  return { name, text };
}
