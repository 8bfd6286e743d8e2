/** The example that ends a command's --help. */
export function example(text: string): string {
  return `\nExample:\n${text.replace(/^/gm, '  ')}`;
}
