/**
 * Ids as an array literal of Postgres, ready to be sent; the driver would look into each of them
 * for what must be quoted, which takes longer than Postgres takes to find it.
 */
export function idList(ids: readonly number[]): string {
  return `{${ids.join(',')}}`;
}
