import { readFileSync } from 'node:fs';

/** A migration of this release; drizzle knows it in the database by its time stamp. */
interface JournalEntry {
  readonly when: number;
  readonly tag: string;
}

const { entries } = JSON.parse(
  readFileSync(new URL('./migrations/meta/_journal.json', import.meta.url), 'utf8'),
) as { entries: JournalEntry[] };

/** The migrations of this release, oldest first. */
export const MIGRATIONS: readonly JournalEntry[] = entries;
