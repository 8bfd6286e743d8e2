/** One row as it was read; cells that are empty are left out. */
export type RawRow =
  | { readonly row: number; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly row: number; readonly fields: undefined };

/** The largest row that is read, in characters: a quote that is not closed ends there. */
export const MAX_ROW_LENGTH = 65_536;

/** Drops what is empty, so that an empty cell and an absent field mean the same. */
export function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const trimmed = typeof value === 'string' ? value.trim() : value;
    if (trimmed !== '' && trimmed !== null && trimmed !== undefined) filled[name] = trimmed;
  }
  return filled;
}
