import { bigint, type PgColumnBuilderBase, timestamp } from 'drizzle-orm/pg-core';

/** Money in centimes (MAD) and ids: bigint in Postgres, safe integers here. */
export const integer64 = (name: string) => bigint(name, { mode: 'number' });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * The immutable-row-version pattern of all that is recorded about the world: a row holds from
 * `recorded_revision` until a later revision supersedes it, and is never edited otherwise. What
 * was known at revision R is: recorded <= R and (superseded is null or superseded > R).
 */
export const recorded = () =>
  ({
    recordedRevision: integer64('recorded_revision').notNull(),
    supersededRevision: integer64('superseded_revision'),
  }) satisfies Record<string, PgColumnBuilderBase>;

/**
 * The two organisations of a care sheet: who submitted it and the fund that pays. What the tables
 * of every sheet refer to is checked by triggers, once a statement (migration 0012).
 */
export const tenants = () =>
  ({
    submitterId: integer64('submitter_id').notNull(),
    fundId: integer64('fund_id').notNull(),
  }) satisfies Record<string, PgColumnBuilderBase>;

/** The headings of `domain/money/amounts.ts`, in centimes. */
export const amounts = () =>
  ({
    submitted: integer64('submitted'),
    eligible: integer64('eligible'),
    benefit: integer64('benefit'),
    copay: integer64('copay'),
    overCap: integer64('over_cap'),
    excess: integer64('excess'),
    disallowed: integer64('disallowed'),
  }) satisfies Record<string, PgColumnBuilderBase>;
