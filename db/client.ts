import pg from 'pg';
import { AppError } from '#src/errors.ts';

/** The runtime roles of the database; none owns anything or can bypass row-level security. */
export const DATABASE_ROLES = [
  'intake',
  'reader',
  'access',
  'worker',
  'settlement',
const HOT_ROLES: ReadonlySet<DatabaseRole> = new Set(['intake', 'worker', 'simulator']);

/** What a simulation finds can be found again: it waits for no disk that live work needs. */
const NO_HURRY = '-c synchronous_commit=off';
